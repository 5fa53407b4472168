#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/intake/forms/site.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

TEST(SubmitForm, KeepsTheConsentTextThatWasShown) {
  Site site(FormWithConsent(false));
  const int64_t before = Crm().Now();
  const auto inquiry = site.Received({{"name", "Пётр"}, {"согласие", "on"}});
  EXPECT_EQ(inquiry.consent().text(), "Согласен на обработку персональных данных");
  EXPECT_EQ(inquiry.consent().text_version(), "2026-01");
  EXPECT_GE(inquiry.consent().time().seconds(), before / 1'000'000);
}

TEST(SubmitForm, KeepsNoConsentThatWasNotGiven) {
  Site site(FormWithConsent(false));
  EXPECT_FALSE(site.Received({{"name", "Пётр"}}).has_consent());
  EXPECT_FALSE(site.Received({{"name", "Пётр"}, {"consent", "0"}}).has_consent());
}

TEST(SubmitForm, IsRefusedWithoutRequiredConsent) {
  Site site(FormWithConsent(true));
  EXPECT_EQ(site.RefusalOf(site.Filled({{"name", "Пётр"}})), "CONSENT_REQUIRED");
  EXPECT_EQ(site.RefusalOf(site.Filled({{"name", "Пётр"}, {"consent", "Нет"}})), "CONSENT_REQUIRED");
}

TEST(SubmitForm, RecordsNoRefusalAsConsent) {
  Site required(FormWithConsent(true));
  EXPECT_EQ(required.RefusalOf(required.Filled({{"phone", "89160000001"}, {"consent", "Не согласен"}})),
            "CONSENT_REQUIRED");
  Site site(FormWithConsent(false));
  const auto inquiry = site.Received({{"phone", "89160000001"}, {"consent", "Не согласен"}});
  EXPECT_FALSE(inquiry.has_consent());
  EXPECT_THAT(SentIn(inquiry), UnorderedElementsAre(Pair("consent", "Не согласен")));
}

TEST(SubmitForm, ReadsTheConsentValuesOfSiteBuilders) {
  Site site(FormWithConsent(true));
  for (const char* name : {"consent[]", "acceptance-1", "consent.checked"}) {
    EXPECT_TRUE(site.Received({{"name", name}, {name, "true"}}).has_consent()) << name;
  }
  EXPECT_EQ(site.RefusalOf(site.Filled({{"name", "Пётр"}, {"consent", "null"}})), "CONSENT_REQUIRED");
}

}  // namespace
}  // namespace voronka::testing
