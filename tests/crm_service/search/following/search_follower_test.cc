// The index is what the log says, whatever happens to whoever follows it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "foundation/storage/connection.h"
#include "tests/crm_service/clients/companies/company_calls.h"
#include "tests/crm_service/clients/merges/merge_calls.h"
#include "tests/crm_service/intake/unsorted/unsorted_office.h"
#include "tests/crm_service/search/search_office.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/deal_contact.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::IsEmpty;

int64_t RowsWith(SearchOffice& office, const std::string& table, const std::string& word) {
  return Crm()
      .db()
      .Query("SELECT COUNT(*) FROM " + table + " WHERE account_id = ? AND word = ?", office.account_id(),
             storage::Bytes{word})
      .at(0)
      .Int(0);
}

void ForgetIndex(SearchOffice& office) {
  for (const char* table : {"search_words", "search_vocabulary", "search_spellings"}) {
    Crm().db().Execute(std::string("DELETE FROM ") + table + " WHERE account_id = ?", office.account_id());
  }
}

void Rebuild(SearchOffice& office) {
  auto anybody = Crm().Operator(office.account_id());
  anybody.Call<RebuildSearchResponse>(RebuildSearchRequest());
}

UpdateContactRequest RenamingContact(int64_t contact_id, const std::string& name) {
  UpdateContactRequest request;
  request.set_contact_id(contact_id);
  request.mutable_contact()->set_name(name);
  request.mutable_update_mask()->add_paths("name");
  return request;
}

TEST(SearchFollower, FindsADealByTheNewNameOfItsClientOnly) {
  SearchOffice office;
  const auto contact = office.anna.Call<Contact>(NewContact("Синицын"));
  office.MakeDeal("Окна", contact.id());
  ASSERT_TRUE(office.BecomesFound("синицын", {"DEAL Окна", "CONTACT Синицын"}));
  office.anna.Call<Contact>(RenamingContact(contact.id(), "Воробьёв"));
  EXPECT_TRUE(office.BecomesFound("воробьев", {"DEAL Окна", "CONTACT Воробьёв"}));
  EXPECT_THAT(office.Found("синицын"), IsEmpty());
}

CreateDealContactRequest TakingPart(const Deal& deal, const Contact& contact) {
  CreateDealContactRequest request;
  request.mutable_deal_contact()->set_deal_id(deal.id());
  request.mutable_deal_contact()->set_contact_id(contact.id());
  return request;
}

TEST(SearchFollower, FindsADealByWhoeverTakesPart) {
  SearchOffice office;
  const auto deal = office.MakeDeal("Окна");
  const auto contact = office.anna.Call<Contact>(NewContact("Синицын"));
  office.anna.Call<DealContact>(TakingPart(deal, contact));
  ASSERT_TRUE(office.BecomesFound("синицын", {"DEAL Окна", "CONTACT Синицын"}));
  office.anna.Call<Contact>(RenamingContact(contact.id(), "Воробьёв"));
  EXPECT_TRUE(office.BecomesFound("воробьев", {"DEAL Окна", "CONTACT Воробьёв"}));
  EXPECT_THAT(office.Found("синицын"), IsEmpty());
}

TEST(SearchFollower, FindsDealsByWhomTheirClientWasMergedInto) {
  SearchOffice office;
  const auto survivor = office.anna.Call<Contact>(NewContact("Воробьёв"));
  const auto merged = office.anna.Call<Contact>(NewContact("Синицын"));
  office.MakeDeal("Окна", merged.id());
  office.anna.Call<DealContact>(TakingPart(office.MakeDeal("Двери"), merged));
  ASSERT_TRUE(office.BecomesFound("синицын", {"DEAL Двери", "DEAL Окна", "CONTACT Синицын"}));
  const auto merge = office.anna.Call<Merge>(Merging(survivor.id(), merged.id()));
  EXPECT_TRUE(office.BecomesFound("воробьев", {"DEAL Двери", "DEAL Окна", "CONTACT Воробьёв"}));
  EXPECT_THAT(office.Found("синицын"), IsEmpty());
  office.anna.Call<UndoMergeResponse>(Undoing(merge.id()));
  EXPECT_TRUE(office.BecomesFound("синицын", {"DEAL Двери", "DEAL Окна", "CONTACT Синицын"}));
  EXPECT_TRUE(office.BecomesFound("воробьев", {"CONTACT Воробьёв"}));
}

TEST(SearchFollower, FindsADealThatWasAttachedOnlyOnceItIsReturned) {
  Crm().FollowForSearch();
  UnsortedOffice office;
  const auto target = office.anna.Call<Deal>(Accepting(office.Inquire("+79160000001")));
  const auto inquiry = office.Inquire("+79160000002");
  const auto is_found = [&](const Deal& deal) {
    std::vector<int64_t> ids;
    const auto response = office.anna.Call<SearchResponse>(Searching("9160000002"));
    for (const auto& result : response.results()) {
      if (result.kind() == SearchResult::KIND_DEAL) ids.push_back(result.id());
    }
    return ids == std::vector{deal.id()};
  };
  ASSERT_TRUE(Eventually([&] { return is_found(inquiry); }));
  office.anna.Call<Deal>(Attaching(inquiry, target));
  EXPECT_TRUE(Eventually([&] { return is_found(target); }));
  office.anna.Call<Deal>(Returning(inquiry));
  EXPECT_TRUE(Eventually([&] { return is_found(inquiry); }));
}

TEST(SearchFollower, FindsByTheNewNameOfACompany) {
  SearchOffice office;
  const auto company = office.anna.Call<Company>(NewCompany("Ромашка"));
  auto contact = NewContact("Пётр");
  contact.mutable_contact()->set_company_id(company.id());
  office.anna.Call<Contact>(contact);
  office.CatchUp();
  auto renaming = ChangingCompany(company.id(), "name");
  renaming.mutable_company()->set_name("Лютик");
  office.anna.Call<Company>(renaming);
  EXPECT_TRUE(office.BecomesFound("лютик", {"CONTACT Пётр", "COMPANY Лютик"}));
  EXPECT_THAT(office.Found("ромашка"), IsEmpty());
}

TEST(SearchFollower, KeepsNoWordThatNobodyHasAnyMore) {
  SearchOffice office;
  const auto contact = office.anna.Call<Contact>(NewContact("Синицын"));
  office.CatchUp();
  ASSERT_EQ(RowsWith(office, "search_vocabulary", "синицын"), 1);
  ASSERT_EQ(RowsWith(office, "search_spellings", "синицын"), 8);
  office.anna.Call<Contact>(RenamingContact(contact.id(), "Воробьёв"));
  office.CatchUp();
  for (const char* table : {"search_words", "search_vocabulary", "search_spellings"}) {
    EXPECT_EQ(RowsWith(office, table, "синицын"), 0) << table;
  }
}

TEST(SearchFollower, GoesOnFromItsCursor) {
  SearchOffice office;
  office.CatchUp();
  Crm().StopFollowingForSearch();
  office.MakeDeal("Окна");
  EXPECT_THAT(office.Found("окна"), IsEmpty());
  Crm().FollowForSearch();
  EXPECT_TRUE(office.BecomesFound("окна", {"DEAL Окна"}));
}

TEST(SearchFollower, ReadsEverythingWhenItBegins) {
  SearchOffice office;
  office.MakeDeal("Окна");
  office.CatchUp();
  Crm().StopFollowingForSearch();
  ForgetIndex(office);
  Crm().db().Execute("DELETE FROM search_cursors");
  Crm().FollowForSearch();
  EXPECT_TRUE(office.BecomesFound("окна", {"DEAL Окна"}));
}

TEST(SearchFollower, RebuildsWhileDealsAreMade) {
  SearchOffice office;
  for (int i = 0; i < 20; ++i) office.MakeDeal("Окна");
  office.CatchUp();
  ForgetIndex(office);
  std::thread writer([&] {
    for (int i = 0; i < 20; ++i) office.galina.Call<Deal>(NewDeal());
  });
  Rebuild(office);
  office.MakeDeal("Двери");
  writer.join();
  auto all = Searching("окна");
  all.set_page_size(50);
  EXPECT_TRUE(Eventually([&] { return SearchOffice::Results(office.anna, all).size() == 20; }));
  EXPECT_TRUE(office.BecomesFound("двери", {"DEAL Двери"}));
  EXPECT_EQ(RowsWith(office, "search_words", "окна"), 20);
}

TEST(SearchFollower, ForgetsWhatIsGone) {
  SearchOffice office;
  const auto deal = office.MakeDeal("Окна");
  office.CatchUp();
  Crm().db().Execute("DELETE FROM deals WHERE account_id = ? AND id = ?", office.account_id(), deal.id());
  EXPECT_THAT(office.Found("окна"), IsEmpty()) << "what is shown is read from the tables";
  Rebuild(office);
  EXPECT_TRUE(Eventually([&] { return RowsWith(office, "search_vocabulary", "окна") == 0; }));
}

TEST(SearchFollower, CountsTheUsesOfEachWord) {
  SearchOffice office;
  office.MakeDeal("Окна");
  office.MakeDeal("Окна и окна");
  office.CatchUp();
  Rebuild(office);
  office.CatchUp();
  const auto uses = [&] {
    return Crm()
        .db()
        .Query("SELECT uses FROM search_vocabulary WHERE account_id = ? AND word = ?", office.account_id(),
               storage::Bytes{"окна"})
        .at(0)
        .Int(0);
  };
  EXPECT_EQ(uses(), 2);
}

}  // namespace
}  // namespace voronka::testing
