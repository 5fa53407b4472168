#include "crm_service/clients/identity/tax_number.h"

#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

TEST(TaxNumber, HasNothingThatPeopleWriteAroundIt) {
  for (const char* written :
       {"7701234567", "77 01 234567", "ИНН 7701234567", "инн: 7701-234567", "7701234567/770101001",
        "ИНН/КПП 7701234567 / 770101001", "КПП 770101001 / ИНН 7701234567"}) {
    EXPECT_EQ(TaxNumber(written), "7701234567") << written;
  }
  EXPECT_EQ(TaxNumber("de 123456789"), "DE123456789");
  EXPECT_EQ(TaxNumber("УНП 190190190"), "190190190");
}

TEST(TaxNumber, IsEmptyForWhatIsNone) {
  for (const char* written : {"", "нет", "не указан", "отсутствует", "1234", "---", "123456789012345678901"}) {
    EXPECT_EQ(TaxNumber(written), "") << written;
  }
}

}  // namespace
}  // namespace voronka::crm
