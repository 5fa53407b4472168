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

TEST(CompanyKey, IsTheSameIfTheLegalFormIsSpelledOut) {
  for (const char* name : {"Общество с ограниченной ответственностью «Ромашка»", "Ромашка, акционерное общество",
                           "Публичное Акционерное Общество Ромашка", "Индивидуальный предприниматель Ромашка"}) {
    EXPECT_EQ(CompanyKey(name), "ромашка") << name;
  }
  EXPECT_EQ(CompanyKey("Акционерное общество"), "акционерное общество");
  EXPECT_EQ(CompanyKey("Общество садоводов"), "общество садоводов");
}

TEST(CompanyKey, KeepsAFormThatIsTheWholeName) { EXPECT_EQ(CompanyKey("ИП"), "ип"); }

TEST(CompanyKey, KeepsWordsThatOnlyBeginLikeAForm) { EXPECT_EQ(CompanyKey("АОН-Сервис"), "аон сервис"); }

TEST(CompanyKey, IsNoLongerThanItsColumn) {
  std::string long_name;
  for (int i = 0; i < 150; ++i) long_name += "я";
  EXPECT_EQ(CompanyKey(long_name).size(), 200U);
}

TEST(CompanyKey, IsEmptyForWhatNamesNobody) { EXPECT_EQ(CompanyKey("«» — _%"), ""); }

TEST(CompanyKey, IsTheSameForComposedAndDecomposedLetters) {
  EXPECT_EQ(CompanyKey("Маи\u0306ский"), CompanyKey("Майский"));
  EXPECT_EQ(CompanyKey("Те\u0308плый"), CompanyKey("Тёплый"));
  EXPECT_EQ(CompanyKey("Маи\u0306ский"), "майский");
}

TEST(CompanyKey, TellsCompaniesApartUnlessItIsEmptyOrCut) {
  EXPECT_TRUE(TellsCompaniesApart("ромашка"));
  EXPECT_FALSE(TellsCompaniesApart(""));
  EXPECT_FALSE(TellsCompaniesApart(std::string(100, 'a')));
}

}  // namespace
}  // namespace voronka::crm
