#include "crm_service/clients/contacts/contact_point.h"

#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

TEST(PhonePoint, IsTheSameForEveryNotationOfANumber) {
  for (const char* written : {"+79161234567", "8 (916) 123-45-67", "8-916-123-45-67", "79161234567", "9161234567",
                              "+7 916 123.45.67", "8 916 1234567"}) {
    const auto point = PhonePoint(written);
    ASSERT_TRUE(point.has_value()) << written;
    EXPECT_EQ(point->value, "+79161234567") << written;
  }
}

TEST(PhonePoint, KeepsAnExplicitCountryCode) {
  EXPECT_EQ(PhonePoint("+375 29 123-45-67")->value, "+375291234567");
  EXPECT_EQ(PhonePoint("+49 30 123456")->value, "+4930123456");
}

TEST(PhonePoint, GuessesTheIntendedNumber) {
  EXPECT_EQ(PhonePoint("+8 916 123 45 67")->value, "+79161234567");
  EXPECT_EQ(PhonePoint("00 49 30 123456")->value, "+4930123456");
  EXPECT_EQ(PhonePoint("(00 49) 30-123456")->value, "+4930123456");
  EXPECT_EQ(PhonePoint("+84 912 345 678")->value, "+84912345678");
}

TEST(PhonePoint, IsIdempotent) {
  for (const char* written : {"8 (916) 123-45-67", "+49 30 123456", "+52 1 1 924 211 2979", "+39 06 6982"}) {
    const auto point = PhonePoint(written);
    ASSERT_TRUE(point) << written;
    EXPECT_EQ(PhonePoint(point->value), point) << written;
  }
}

TEST(PhonePoint, IsEmptyForAnImpossibleNumber) {
  for (const char* written : {"123", "", "+", "8 916 123", "+7 916 123-45-67-89-01"}) {
    EXPECT_FALSE(PhonePoint(written).has_value()) << written;
  }
}

TEST(EmailPoint, IgnoresCase) {
  EXPECT_EQ(EmailPoint("Petr@Example.COM")->value, "petr@example.com");
  EXPECT_EQ(EmailPoint("Пётр@Почта.РФ")->value, "пётр@почта.рф");
}

TEST(EmailPoint, IsEmptyIfTooLongInLowerCase) {
  std::string written;
  for (int i = 0; i < 240; ++i) written += "İ";
  EXPECT_FALSE(EmailPoint(written + "@a.ru").has_value());
  EXPECT_FALSE(EmailPoint("").has_value());
}

}  // namespace
}  // namespace voronka::crm
