#include "crm_service/clients/identity/company_key.h"

#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

TEST(CompanyKey, IsTheSameHoweverTheNameIsWritten) {
  for (const char* name : {"ООО «Ромашка»", "Ромашка, ООО", "ромашка", "\"РОМАШКА\" ООО", " ооо\u00A0 'Ромашка' "}) {
    EXPECT_EQ(CompanyKey(name), "ромашка") << name;
  }
  EXPECT_EQ(CompanyKey("ООО «Тёплый дом-2»"), "теплый дом 2");
  EXPECT_EQ(CompanyKey("Acme Ltd."), "acme");
}

TEST(CompanyKey, KeepsAFormThatIsTheWholeName) { EXPECT_EQ(CompanyKey("ИП"), "ип"); }

TEST(CompanyKey, KeepsWordsThatOnlyBeginLikeAForm) { EXPECT_EQ(CompanyKey("АОН-Сервис"), "аон сервис"); }

TEST(CompanyKey, IsNoLongerThanItsColumn) {
  std::string long_name;
  for (int i = 0; i < 150; ++i) long_name += "я";
  EXPECT_EQ(CompanyKey(long_name).size(), 200U);
}

TEST(CompanyKey, IsEmptyForWhatNamesNobody) { EXPECT_EQ(CompanyKey("«» — _%"), ""); }

}  // namespace
}  // namespace voronka::crm
