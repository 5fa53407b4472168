// What somebody does not see, they do not find, nor by it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/clients/companies/company_calls.h"
#include "tests/crm_service/fields/field_set_samples.h"
#include "tests/crm_service/people/access/limits.h"
#include "tests/crm_service/search/search_office.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> FoundBy(client::Client& who, const std::string& query) {
  return SearchOffice::Results(who, Searching(query));
}

TEST(SearchRights, HideOtherPeoplesRecords) {
  SearchOffice office;
  auto contact = NewContact("Канарейкин", "+79161234567");
  contact.mutable_contact()->set_responsible_user_id(office.anna_id());
  const auto client = office.anna.Call<Contact>(contact);
  auto company = NewCompany("Канарейка");
  company.mutable_company()->set_responsible_user_id(office.anna_id());
  office.anna.Call<Company>(company);
  const auto deal = office.MakeDeal("Канарейке", client.id());
  auto task = NewTask(DatabaseNow() + kMinute);
  task.mutable_task()->set_text("Про канарейку");
  task.mutable_task()->set_deal_id(deal.id());
  office.anna.Call<Task>(task);
  office.CatchUp();
  EXPECT_EQ(FoundBy(office.boris, "канарейк").size(), 4u);
  LimitManagers(office, READ_SCOPE_OWN);
  EXPECT_EQ(FoundBy(office.anna, "канарейк").size(), 4u);
  for (const auto& query : {std::string("канарейк"), std::string("4567"), "#" + std::to_string(deal.id())}) {
    EXPECT_THAT(FoundBy(office.boris, query), IsEmpty()) << query;
    EXPECT_FALSE(FoundBy(office.galina, query).empty()) << query;
  }
}

TEST(SearchRights, FillThePageWithWhatIsSeen) {
  SearchOffice office;
  office.boris.Call<Deal>([] {
    auto request = NewDeal();
    request.mutable_deal()->set_name("Окна Бориса");
    return request;
  }());
  for (int i = 0; i < 8; ++i) office.MakeDeal("Окна");
  office.CatchUp();
  LimitManagers(office, READ_SCOPE_OWN);
  EXPECT_THAT(FoundBy(office.boris, "окна"), ElementsAre("DEAL Окна Бориса"));
}

class SearchedField : public ::testing::Test {
 protected:
  void SetPass(bool filterable, bool hidden) {
    auto set = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
    auto& fields = *set.mutable_fields();
    if (fields.rbegin()->key() == "pass") fields.RemoveLast();
    auto field = OwnField("pass", Field::KIND_TEXT);
    field.set_filterable(filterable);
    if (hidden) field.add_visible_to(options::v1::ROLE_HEAD_OF_SALES);
    *set.add_fields() = field;
    office_.olga.Call<FieldSet>(Updating(set));
  }

  void MakeDealWithPass() {
    auto request = NewDeal();
    request.mutable_deal()->set_name("Окна");
    (*request.mutable_deal()->mutable_fields())["pass"].set_text("Канарейка");
    office_.galina.Call<Deal>(request);
  }

  SearchOffice office_;
};

TEST_F(SearchedField, IsAWayToTheDeal) {
  SetPass(true, false);
  MakeDealWithPass();
  office_.CatchUp();
  const auto response = office_.anna.Call<SearchResponse>(Searching("канарейка"));
  ASSERT_EQ(response.results_size(), 1);
  EXPECT_EQ(response.results(0).match().field(), "deal.pass");
}

TEST_F(SearchedField, IsNoWayForWhoeverDoesNotSeeIt) {
  SetPass(true, true);
  MakeDealWithPass();
  office_.CatchUp();
  EXPECT_THAT(FoundBy(office_.galina, "канарейка"), ElementsAre("DEAL Окна"));
  EXPECT_THAT(FoundBy(office_.anna, "канарейка"), IsEmpty());
  EXPECT_THAT(FoundBy(office_.anna, "окна канарейка"), IsEmpty());
  EXPECT_THAT(FoundBy(office_.anna, "окна"), ElementsAre("DEAL Окна"));
}

TEST_F(SearchedField, IsFoundAsSoonAsItIsFilterableWithTheValuesThatWereThere) {
  SetPass(false, false);
  MakeDealWithPass();
  office_.CatchUp();
  EXPECT_THAT(office_.Found("канарейка"), IsEmpty());
  SetPass(true, false);
  EXPECT_TRUE(office_.BecomesFound("канарейка", {"DEAL Окна"}));
  SetPass(false, false);
  EXPECT_THAT(office_.Found("канарейка"), IsEmpty());
}

}  // namespace
}  // namespace voronka::testing
