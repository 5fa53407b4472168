// Tasks of a client, and what they say of the client.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/storage/connection.h"
#include "tests/crm_service/people/access/limits.h"
#include "voronka/crm/v1/company.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr int64_t kTimeOfTask = 1'800'000'000'000'000;

std::vector<int64_t> TasksIn(client::Client& who, const ListTaskCardsRequest& request) {
  std::vector<int64_t> ids;
  const auto response = who.Call<ListTaskCardsResponse>(request);
  for (const auto& card : response.cards()) ids.push_back(card.task().id());
  return ids;
}

TEST(ClientTasks, AreThoseAboutTheContact) {
  Office office;
  const auto petr = office.anna.Call<Contact>(NewContact("Пётр"));
  auto about = NewTask(kTimeOfTask);
  about.mutable_task()->set_contact_id(petr.id());
  const auto task = office.anna.Call<Task>(about);
  office.anna.Call<Task>(NewTask(kTimeOfTask));
  ListTaskCardsRequest request;
  request.set_contact_id(petr.id());
  EXPECT_THAT(TasksIn(office.anna, request), ElementsAre(task.id()));
}

TEST(ClientTasks, AreThoseOfTheDealsWithTheCompany) {
  Office office;
  CreateCompanyRequest create;
  create.mutable_company()->set_name("Ромашка");
  const auto company = office.anna.Call<Company>(create);
  ListTaskCardsRequest request;
  request.set_company_id(company.id());
  EXPECT_THAT(TasksIn(office.anna, request), IsEmpty());
  auto deal = NewDeal();
  deal.mutable_deal()->set_company_id(company.id());
  auto about = NewTask(kTimeOfTask);
  about.mutable_task()->set_deal_id(office.anna.Call<Deal>(deal).id());
  const auto task = office.anna.Call<Task>(about);
  office.anna.Call<Task>(NewTask(kTimeOfTask));
  EXPECT_THAT(TasksIn(office.anna, request), ElementsAre(task.id()));
  LimitManagers(office, READ_SCOPE_OWN);
  EXPECT_THAT(TasksIn(office.boris, request), IsEmpty());
}

CreateContactRequest NotToBeDisturbed() {
  auto request = NewContact("Пётр");
  *request.mutable_contact()->mutable_do_not_disturb()->mutable_until() = Instant(Crm().Now() + kMinute);
  request.mutable_contact()->mutable_do_not_disturb()->set_reason("В отпуске");
  return request;
}

TEST(ClientTasks, SayThatTheContactIsNotToBeDisturbed) {
  Office office;
  const auto petr = office.anna.Call<Contact>(NotToBeDisturbed());
  auto about = NewTask(kTimeOfTask);
  about.mutable_task()->set_contact_id(petr.id());
  office.anna.Call<Task>(about);
  const auto shown = office.anna.Call<ListTaskCardsResponse>(ListTaskCardsRequest());
  ASSERT_EQ(shown.cards_size(), 1);
  EXPECT_EQ(shown.cards(0).do_not_disturb().reason(), "В отпуске");
  auto over = petr.do_not_disturb();
  *over.mutable_until() = Instant(1'000'000);
  Crm().db().Execute("UPDATE contacts SET do_not_disturb = ? WHERE account_id = ?",
                     storage::Bytes{over.SerializeAsString()}, office.account_id());
  const auto later = office.anna.Call<ListTaskCardsResponse>(ListTaskCardsRequest());
  EXPECT_EQ(later.cards(0).contact_name(), "Пётр");
  EXPECT_FALSE(later.cards(0).has_do_not_disturb());
}

TEST(ClientTasks, SayNothingOfAContactWhomTheReaderDoesNotSee) {
  Office office;
  auto annas = NotToBeDisturbed();
  annas.mutable_contact()->set_responsible_user_id(office.anna_id());
  auto given = NewTask(kTimeOfTask);
  given.mutable_task()->set_contact_id(office.anna.Call<Contact>(annas).id());
  given.mutable_task()->set_assignee_user_id(office.boris_id());
  office.anna.Call<Task>(given);
  const auto seen = office.boris.Call<ListTaskCardsResponse>(ListTaskCardsRequest());
  ASSERT_EQ(seen.cards_size(), 1);
  EXPECT_TRUE(seen.cards(0).has_do_not_disturb());
  LimitManagers(office, READ_SCOPE_OWN);
  const auto unseen = office.boris.Call<ListTaskCardsResponse>(ListTaskCardsRequest());
  ASSERT_EQ(unseen.cards_size(), 1);
  EXPECT_FALSE(unseen.cards(0).has_do_not_disturb());
}

}  // namespace
}  // namespace voronka::testing
