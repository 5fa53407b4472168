#include "crm_service/clients/identity/phone_region.h"

#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

TEST(PhoneRegion, IsThatOfAFixedLineInTheReadersLanguage) {
  EXPECT_EQ(PhoneRegion("+78121234567", "ru"), "г. Санкт-Петербург");
  EXPECT_EQ(PhoneRegion("+78121234567", "en"), "St Petersburg");
}

TEST(PhoneRegion, OfARussianMobileIsUnknown) { EXPECT_EQ(PhoneRegion("+79161234567", "ru"), ""); }

TEST(PhoneRegion, OfAForeignPhoneIsNotEmpty) { EXPECT_NE(PhoneRegion("+375291234567", "ru"), ""); }

TEST(PhoneRegion, OfWhatIsNoPhoneIsUnknown) { EXPECT_EQ(PhoneRegion("доб. 12", "ru"), ""); }

}  // namespace
}  // namespace voronka::crm
