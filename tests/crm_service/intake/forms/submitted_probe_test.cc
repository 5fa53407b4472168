#include <gtest/gtest.h>

#include "foundation/storage/connection.h"
#include "tests/crm_service/intake/forms/site.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;

// Tilda asks so whether somebody listens, and refuses the address for any other answer than 200.
TEST(SubmitForm, AnswersTheProbeOfASiteBuilderAndCreatesNothing) {
  for (const bool consent_required : {false, true}) {
    Site site(FormWithConsent(consent_required));
    for (int i = 0; i < 2; ++i) {
      const auto response = site.Send(site.Filled({{"test", "test"}}));
      EXPECT_EQ(response.inquiry_id(), 0);
      EXPECT_FALSE(response.repeated());
    }
    for (const char* table : {"inquiries", "contacts", "deals", "held_forms"}) {
      const std::string query = std::string("SELECT id FROM ") + table + " WHERE account_id = ?";
      EXPECT_EQ(Crm().db().Query(query, site.account_id()).size(), 0U) << table;
    }
  }
}

TEST(SubmitForm, AnswersPingsOfSocialNetworksAndCreatesNothing) {
  Site site(FormWithConsent(true));
  for (const Site::Values& ping : std::vector<Site::Values>{
           {{"type", "confirmation"}, {"group_id", "5"}},
           {{"object", "page"}, {"entry.changes.field", "leadgen"}, {"entry.changes.value.leadgen_id", "7"}}}) {
    EXPECT_EQ(site.Send(site.Filled(ping)).inquiry_id(), 0);
  }
  EXPECT_EQ(Crm().db().Query("SELECT id FROM deals WHERE account_id = ?", site.account_id()).size(), 0U);
}

TEST(SubmitForm, RefusesTheProbeIfItTakesNothing) {
  Site site;
  site.olga.Call<Form>(Disabling(site.form));
  EXPECT_EQ(site.RefusalOf(site.Filled({{"test", "test"}})), "FORM_DISABLED");
}

TEST(SubmitForm, TakesWhatOnlyLooksLikeAProbe) {
  Site site;
  for (const Site::Values& values :
       {Site::Values{{"test", "да"}}, {{"test", "test"}, {"phone", "89160000001"}}, {{"message", "test"}}}) {
    EXPECT_NE(site.Send(site.Filled(values)).inquiry_id(), 0);
  }
}

}  // namespace
}  // namespace voronka::testing
