#include "crm_service/clients/identity/messengers_in.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace voronka::crm {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> WrittenAccounts(const std::string& text, const std::string& network = "") {
  std::vector<std::string> accounts;
  for (const auto& point : MessengersIn(text, network)) accounts.push_back(point.value);
  return accounts;
}

TEST(MessengersIn, AreSeveralWithCommasOrLineBreaks) {
  EXPECT_THAT(WrittenAccounts("@ivanov, vk.com/id123, t.me/Ivanov\nWhatsApp: 8 916 123-45-67"),
              ElementsAre("telegram:ivanov", "vk:id123", "whatsapp:+79161234567"));
  EXPECT_THAT(WrittenAccounts("пишите в телеграм, @ivanov"), ElementsAre("telegram:ivanov"));
  EXPECT_THAT(WrittenAccounts(""), IsEmpty());
}

TEST(MessengersIn, AreOfTheNetworkThatIsAskedFor) {
  EXPECT_THAT(WrittenAccounts("Ivanov_82", "telegram"), ElementsAre("telegram:ivanov_82"));
  EXPECT_THAT(WrittenAccounts("@Ivanov", "telegram"), ElementsAre("telegram:ivanov"));
  EXPECT_THAT(WrittenAccounts("@ivan.petrov", "vk"), ElementsAre("vk:ivan.petrov"));
  EXPECT_THAT(WrittenAccounts("8 916 123-45-67", "whatsapp"), ElementsAre("whatsapp:+79161234567"));
  EXPECT_THAT(WrittenAccounts("https://t.me/ivanov", "vk"), ElementsAre("telegram:ivanov"));
  EXPECT_THAT(WrittenAccounts("Ivanov"), IsEmpty());
}

TEST(MessengersIn, AreNoWordsThatManyWrite) {
  for (const char* text :
       {"telegram", "none", "Test", "Sergey", "да", "есть", "8 916 123-45-67", "abc", "petr@example.com"}) {
    EXPECT_THAT(WrittenAccounts(text, "telegram"), IsEmpty()) << text;
  }
  EXPECT_THAT(WrittenAccounts("vk@firm.ru, inst@firm.ru"), IsEmpty());
  for (const char* text : {"vk.com/feed", "vk.com", "https://vk.com/", "Telegram WhatsApp"}) {
    EXPECT_THAT(WrittenAccounts(text, "vk"), IsEmpty()) << text;
  }
  for (const char* text : {"Telegram", "WhatsApp", "max: Username"}) {
    EXPECT_THAT(WrittenAccounts(text, "max"), IsEmpty()) << text;
  }
}

TEST(MessengersIn, AreNotLookedForInALetter) {
  EXPECT_THAT(WrittenAccounts(std::string(2000, ' ') + ", @ivanov"), IsEmpty());
}

}  // namespace
}  // namespace voronka::crm
