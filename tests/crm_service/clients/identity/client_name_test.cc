#include "crm_service/clients/identity/client_name.h"

#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

TEST(ClientName, HasNothingThatNobodySees) {
  EXPECT_EQ(ClientName("  Иван   Петров "), "Иван Петров");
  EXPECT_EQ(ClientName("Алек\u00ADсандр\u202E"), "Александр");
}

TEST(ClientName, IsEmptyForWhatNamesNobody) {
  for (const char* text :
       {"", " ", "\u200B", "\u2060", "\u2800", "\u3164", ".", "...", "-", "—", "?", "!!!", "- -", "_", "*"}) {
    EXPECT_EQ(ClientName(text), "") << text;
  }
  for (const char* text : {"Я", "5", "李", "😀", "А.", "О'Нил"}) EXPECT_EQ(ClientName(text), text);
}

}  // namespace
}  // namespace voronka::crm
