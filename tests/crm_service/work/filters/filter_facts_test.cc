// Filters know what else belongs to a deal, a task or a client, and say what they do not know.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/fields/field_set_samples.h"
#include "tests/crm_service/intake/unsorted/unsorted_office.h"
#include "tests/crm_service/office.h"
#include "tests/crm_service/work/filters/filtering.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class FilterWork : public ::testing::Test {
 protected:
  std::vector<int64_t> Found(const std::string& field, const std::string& how) {
    return AllIds(office_.olga, DealsThat(Comparing(field, how), "id"));
  }

  Office office_;
};

TEST_F(FilterWork, FindsDealsByTheirTasks) {
  const auto idle = office_.AnnasDeal();
  const auto busy = office_.AnnasDeal();
  const auto late = office_.AnnasDeal();
  auto task = NewTask(Crm().Now() + kMinute);
  task.mutable_task()->set_deal_id(busy.id());
  office_.anna.Call<Task>(task);
  task = NewTask(Crm().Now() - kMinute);
  task.mutable_task()->set_deal_id(late.id());
  office_.anna.Call<Task>(task);
  EXPECT_THAT(Found("deal.has_open_task", "ONE_OF values { yes: false }"), ElementsAre(idle.id()));
  EXPECT_THAT(Found("deal.has_open_task", "ONE_OF values { yes: true }"), ElementsAre(busy.id(), late.id()));
  EXPECT_THAT(Found("deal.has_overdue_task", "ONE_OF values { yes: true }"), ElementsAre(late.id()));
}

TEST_F(FilterWork, FindsDealsOfWhoeverIsDisabled) {
  const auto deal = office_.boris.Call<Deal>(NewDeal());
  office_.AnnasDeal();
  office_.NobodysDeal();
  EXPECT_THAT(Found("deal.responsible_disabled", "ONE_OF values { yes: true }"), IsEmpty());
  office_.olga.Call<User>(Disabling(office_.boris_id()));
  EXPECT_THAT(Found("deal.responsible_disabled", "ONE_OF values { yes: true }"), ElementsAre(deal.id()));
}

TEST_F(FilterWork, FindsDealsByTheirClients) {
  const auto contact = office_.anna.Call<Contact>(NewContact("Пётр Иванов", "+79161234567"));
  auto request = NewDeal();
  request.mutable_deal()->set_contact_id(contact.id());
  const auto deal = office_.anna.Call<Deal>(request);
  office_.AnnasDeal();
  EXPECT_THAT(Found("contact.name", "CONTAINS values { text: 'иванов' }"), ElementsAre(deal.id()));
  EXPECT_THAT(Found("contact.phones", "ONE_OF values { text: '+79161234567' }"), ElementsAre(deal.id()));
  EXPECT_THAT(Found("contact.name", "ONE_OF values { text: 'Пётр Иванов' }"), ElementsAre(deal.id()));
  EXPECT_THAT(Found("contact.name", "FILLED"), ElementsAre(deal.id()));
}

TEST_F(FilterWork, FindsDealsByWhereTheyCameFrom) {
  const auto inquiry = office_.intake.Call<Inquiry>(Asking("+79161234567"));
  office_.AnnasDeal();
  EXPECT_THAT(Found("deal.source", "FILLED"), ElementsAre(inquiry.deal_id()));
}

TEST_F(FilterWork, KnowsWhoAsks) {
  const auto annas = office_.AnnasDeal();
  office_.NobodysDeal();
  const auto mine = DealsThat(Comparing("deal.responsible_user_id", "ONE_OF caller: true"), "id");
  EXPECT_THAT(AllIds(office_.anna, mine), ElementsAre(annas.id()));
  EXPECT_THAT(AllIds(office_.boris, mine), IsEmpty());
}

TEST_F(FilterWork, FindsTasksAndClients) {
  auto task = NewTask(Crm().Now() - kMinute);
  const auto late = office_.anna.Call<Task>(task);
  office_.anna.Call<Task>(NewTask(Crm().Now() + kMinute));
  FilterTasksRequest tasks;
  *tasks.mutable_filter() = Comparing("task.overdue", "ONE_OF values { yes: true }");
  const auto found = office_.anna.Call<FilterTasksResponse>(tasks);
  ASSERT_EQ(found.tasks_size(), 1);
  EXPECT_EQ(found.tasks(0).id(), late.id());

  office_.anna.Call<Contact>(NewContact("Яна"));
  office_.anna.Call<Contact>(NewContact("Анна"));
  FilterContactsRequest contacts;
  contacts.set_order_by("name");
  const auto by_name = office_.anna.Call<FilterContactsResponse>(contacts);
  ASSERT_EQ(by_name.contacts_size(), 2);
  EXPECT_EQ(by_name.contacts(0).name(), "Анна");
}

TEST_F(FilterWork, FindsContactsByTheirTasks) {
  const auto idle = office_.anna.Call<Contact>(NewContact("Яна"));
  const auto busy = office_.anna.Call<Contact>(NewContact("Анна"));
  auto task = NewTask(Crm().Now() + kMinute);
  task.mutable_task()->set_contact_id(busy.id());
  office_.anna.Call<Task>(task);
  FilterContactsRequest request;
  *request.mutable_filter() = Comparing("contact.has_open_task", "ONE_OF values { yes: true }");
  const auto found = office_.anna.Call<FilterContactsResponse>(request);
  ASSERT_EQ(found.contacts_size(), 1);
  EXPECT_EQ(found.contacts(0).id(), busy.id());
  *request.mutable_filter() = Comparing("contact.has_open_task", "ONE_OF values { yes: false }");
  const auto others = office_.anna.Call<FilterContactsResponse>(request);
  ASSERT_EQ(others.contacts_size(), 1);
  EXPECT_EQ(others.contacts(0).id(), idle.id());
}

TEST(FilterUnsorted, LeavesOutWhatWentToAnotherDeal) {
  UnsortedOffice office;
  const auto annas = office.anna.Call<Deal>(Accepting(office.Inquire("+79160000001")));
  const auto emptied = office.Inquire("+79160000002");
  const auto all = Comparing("deal.id", "FILLED");
  EXPECT_THAT(AllIds(office.olga, DealsThat(all, "id")), ElementsAre(annas.id(), emptied.id()));
  office.boris.Call<Deal>(Attaching(emptied, annas));
  EXPECT_THAT(AllIds(office.olga, DealsThat(all, "id")), ElementsAre(annas.id()));
  EXPECT_EQ(CountOf(office.olga, all).count(), 1);
}

TEST_F(FilterWork, SaysAllThatIsWrongAtOnce) {
  auto request = DealsThat(Parsed<Condition>(R"(all {
    conditions { comparison { field: "deal.planet" operator: OPERATOR_FILLED } }
    conditions { comparison { field: "deal.name" operator: OPERATOR_LESS values { text: "a" } } }
    conditions { comparison { field: "deal.stage" operator: OPERATOR_ONE_OF } }
    conditions { comparison { field: "deal.amount" operator: OPERATOR_MORE period { unit: UNIT_DAY } } }
    conditions { comparison { field: "deal.create_time" operator: OPERATOR_ONE_OF period { unit: UNIT_DAY first: 1 } } }
    conditions { comparison { field: "task.text" operator: OPERATOR_FILLED } }
    conditions { comparison { field: "contact.has_open_deal" operator: OPERATOR_FILLED } }
  })"),
                           "beauty");
  const std::string at = " at filter.all.conditions[";
  EXPECT_THAT(
      ViolationsOf(office_.anna, request),
      ElementsAre("UNKNOWN_FIELD" + at + "0].comparison.field", "NOT_OF_THIS_KIND" + at + "1].comparison.operator",
                  "VALUES_REQUIRED" + at + "2].comparison.values", "NOT_OF_THIS_KIND" + at + "3].comparison.period",
                  "PERIOD_REVERSED" + at + "4].comparison.period.last", "UNKNOWN_FIELD" + at + "5].comparison.field",
                  "UNKNOWN_FIELD" + at + "6].comparison.field", "UNKNOWN_ORDER at order_by"));
}

TEST_F(FilterWork, DoesNotKnowAFieldThatTheRoleDoesNotSee) {
  auto set = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
  auto margin = OwnField("margin", Field::KIND_NUMBER);
  margin.add_visible_to(options::v1::ROLE_HEAD_OF_SALES);
  *set.add_fields() = margin;
  office_.olga.Call<FieldSet>(Updating(set));
  const auto request = DealsThat(Comparing("deal.margin", "FILLED"));
  EXPECT_THAT(ViolationsOf(office_.anna, request), ElementsAre("UNKNOWN_FIELD at filter.comparison.field"));
  EXPECT_EQ(office_.galina.Call<FilterDealsResponse>(request).deals_size(), 0);
}

}  // namespace
}  // namespace voronka::testing
