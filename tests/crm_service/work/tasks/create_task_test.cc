#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

GetTaskRequest Getting(int64_t task_id) {
  GetTaskRequest request;
  request.set_task_id(task_id);
  return request;
}

int64_t Tomorrow() { return DatabaseNow() + kMinute * 60 * 24; }

TEST(CreateTask, AssignsTheCallerByDefault) {
  Office office;
  const auto task = office.anna.Call<Task>(NewTask(Tomorrow()));
  EXPECT_EQ(task.assignee_user_id(), office.anna_id());
  EXPECT_EQ(task.setter_user_id(), office.anna_id());
  EXPECT_EQ(task.state(), Task::STATE_OPEN);
  EXPECT_EQ(task.etag(), 1);
  EXPECT_EQ(office.boris.Call<Task>(Getting(task.id())).SerializeAsString(), task.SerializeAsString());
}

TEST(CreateTask, AssignsTheNamedUserAndRecordsTheCreator) {
  Office office;
  auto request = NewTask(Tomorrow());
  request.mutable_task()->set_assignee_user_id(office.boris_id());
  const auto task = office.anna.Call<Task>(request);
  EXPECT_EQ(task.assignee_user_id(), office.boris_id());
  EXPECT_EQ(task.setter_user_id(), office.anna_id());
  EXPECT_EQ(office.intake.Call<Task>(request).setter_user_id(), 0);
}

TEST(CreateTask, NeedsAnAssigneeIfAServiceCallsIt) {
  Office office;
  EXPECT_THAT(ViolationsOf(office.intake, NewTask(Tomorrow())), ElementsAre("REQUIRED at task.assignee_user_id"));
}

TEST(CreateTask, TakesTheContactFromTheDeal) {
  Office office;
  auto deal = NewDeal();
  deal.mutable_deal()->set_contact_id(office.anna.Call<Contact>(NewContact("Пётр")).id());
  auto request = NewTask(Tomorrow());
  request.mutable_task()->set_deal_id(office.anna.Call<Deal>(deal).id());
  EXPECT_EQ(office.anna.Call<Task>(request).contact_id(), deal.deal().contact_id());
}

TEST(CreateTask, UsesTheAssigneesTimeZone) {
  Office office;
  UpdateUserRequest move;
  move.set_user_id(office.boris_id());
  move.mutable_user()->set_time_zone("Asia/Omsk");
  office.olga.Call<User>(move);
  auto request = NewTask(Tomorrow());
  request.mutable_task()->set_assignee_user_id(office.boris_id());
  EXPECT_EQ(office.anna.Call<Task>(request).time_zone(), "Asia/Omsk");
}

TEST(CreateTask, UsesTheAccountsTimeZoneIfTheAssigneeHasNone) {
  Office office;
  EXPECT_EQ(office.anna.Call<Task>(NewTask(Tomorrow())).time_zone(), "Europe/Moscow");
}

TEST(CreateTask, KeepsAnExplicitTimeZone) {
  Office office;
  auto request = NewTask(Tomorrow());
  request.mutable_task()->set_time_zone("Asia/Vladivostok");
  EXPECT_EQ(office.anna.Call<Task>(request).time_zone(), "Asia/Vladivostok");
}

TEST(CreateTask, DistinguishesNoRemindersFromTheDefaultOnes) {
  Office office;
  auto request = NewTask(Tomorrow());
  EXPECT_FALSE(office.anna.Call<Task>(Getting(office.anna.Call<Task>(request).id())).has_reminders());
  request.mutable_task()->mutable_reminders();
  EXPECT_TRUE(office.anna.Call<Task>(Getting(office.anna.Call<Task>(request).id())).has_reminders());
  request.mutable_task()->mutable_reminders()->add_before()->set_seconds(600);
  const auto reminded = office.anna.Call<Task>(Getting(office.anna.Call<Task>(request).id()));
  ASSERT_EQ(reminded.reminders().before_size(), 1);
  EXPECT_EQ(reminded.reminders().before(0).seconds(), 600);
}

TEST(CreateTask, IgnoresOutputOnlyFields) {
  Office office;
  auto request = NewTask(Tomorrow());
  request.mutable_task()->set_state(Task::STATE_COMPLETED);
  request.mutable_task()->set_result("Готово");
  request.mutable_task()->set_setter_user_id(77);
  const auto task = office.anna.Call<Task>(request);
  EXPECT_EQ(task.state(), Task::STATE_OPEN);
  EXPECT_EQ(task.result(), "");
  EXPECT_EQ(task.setter_user_id(), office.anna_id());
}

TEST(CreateTask, ReportsEveryUnknownIdAtOnce) {
  Office office;
  auto request = NewTask(Tomorrow());
  request.mutable_task()->set_assignee_user_id(77);
  request.mutable_task()->set_deal_id(78);
  request.mutable_task()->set_contact_id(79);
  request.mutable_task()->set_time_zone("Europe/Lukomorye");
  EXPECT_THAT(ViolationsOf(office.anna, request),
              UnorderedElementsAre("UNKNOWN_USER at task.assignee_user_id", "UNKNOWN_DEAL at task.deal_id",
                                   "UNKNOWN_CONTACT at task.contact_id", "UNKNOWN_TIME_ZONE at task.time_zone"));
}

TEST(CreateTask, RefusesADisabledUser) {
  Office office;
  office.olga.Call<User>(Disabling(office.boris_id()));
  auto request = NewTask(Tomorrow());
  request.mutable_task()->set_assignee_user_id(office.boris_id());
  const auto failure = FailureOf(office.anna, request);
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "USER_DISABLED");
}

TEST(CreateTask, MayBeForAnInvitedUser) {
  Office office;
  const auto vera = office.olga.Call<User>(Inviting("vera"));
  auto request = NewTask(Tomorrow());
  request.mutable_task()->set_assignee_user_id(vera.id());
  EXPECT_EQ(office.anna.Call<Task>(request).assignee_user_id(), vera.id());
}

TEST(GetTask, DoesNotFindOneInAnotherAccount) {
  Office office;
  Colleagues others;
  const auto task = office.anna.Call<Task>(NewTask(Tomorrow()));
  EXPECT_EQ(FailureOf(others.anna, Getting(task.id())).code(), grpc::StatusCode::NOT_FOUND);
}

}  // namespace
}  // namespace voronka::testing
