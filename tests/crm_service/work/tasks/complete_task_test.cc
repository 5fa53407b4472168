#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"
#include "tests/crm_service/race.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

int64_t Tomorrow() { return DatabaseNow() + kMinute * 60 * 24; }

// Created by Анна for Борис.
Task TaskForBoris(Office& office) {
  auto request = NewTask(Tomorrow());
  request.mutable_task()->set_deal_id(office.AnnasDeal().id());
  request.mutable_task()->set_assignee_user_id(office.boris_id());
  return office.anna.Call<Task>(request);
}

CompleteTaskRequest CompletingWithNext(int64_t task_id) {
  auto request = Completing(task_id);
  *request.mutable_next_task() = NewTask(Tomorrow()).task();
  request.mutable_next_task()->set_text("Перезвонить");
  return request;
}

TEST(CompleteTask, StoresTheResult) {
  Office office;
  const auto before = TaskForBoris(office);
  const auto response = office.boris.Call<CompleteTaskResponse>(Completing(before.id()));
  EXPECT_EQ(response.task().state(), Task::STATE_COMPLETED);
  EXPECT_EQ(response.task().result(), "Договорились");
  EXPECT_TRUE(response.task().has_complete_time());
  EXPECT_EQ(response.task().etag(), before.etag() + 1);
  EXPECT_FALSE(response.has_next_task());
}

TEST(CompleteTask, NeedsAResult) {
  Office office;
  auto request = Completing(TaskForBoris(office).id());
  request.clear_result();
  EXPECT_THAT(ViolationsOf(office.boris, request), ElementsAre("REQUIRED at result"));
}

TEST(CompleteTask, CreatesTheNextTaskInTheSameCall) {
  Office office;
  const auto before = TaskForBoris(office);
  const auto next = office.anna.Call<CompleteTaskResponse>(CompletingWithNext(before.id())).next_task();
  EXPECT_EQ(next.text(), "Перезвонить");
  EXPECT_EQ(next.state(), Task::STATE_OPEN);
  EXPECT_EQ(next.deal_id(), before.deal_id());
  EXPECT_EQ(next.assignee_user_id(), office.boris_id());
  EXPECT_EQ(next.setter_user_id(), office.anna_id());
}

TEST(CompleteTask, CreatesTheNextTaskAsDescribed) {
  Office office;
  auto request = CompletingWithNext(TaskForBoris(office).id());
  request.mutable_next_task()->set_assignee_user_id(office.anna_id());
  request.mutable_next_task()->set_deal_id(office.AnnasDeal().id());
  const auto next = office.boris.Call<CompleteTaskResponse>(request).next_task();
  EXPECT_EQ(next.assignee_user_id(), office.anna_id());
  EXPECT_EQ(next.deal_id(), request.next_task().deal_id());
}

TEST(CompleteTask, CompletesNothingIfTheNextTaskIsRefused) {
  Office office;
  auto request = CompletingWithNext(TaskForBoris(office).id());
  request.mutable_next_task()->set_contact_id(77);
  EXPECT_THAT(ViolationsOf(office.boris, request), ElementsAre("UNKNOWN_CONTACT at next_task.contact_id"));
  EXPECT_EQ(office.boris.Call<CompleteTaskResponse>(Completing(request.task_id())).task().state(),
            Task::STATE_COMPLETED);
}

TEST(CompleteTask, NeedsATextAndADueTimeForTheNextTask) {
  Office office;
  auto request = Completing(TaskForBoris(office).id());
  request.mutable_next_task();
  EXPECT_THAT(ViolationsOf(office.boris, request),
              UnorderedElementsAre("REQUIRED at next_task.text", "REQUIRED at next_task.due_time"));
}

TEST(CompleteTask, IsRefusedTheSecondTime) {
  Office office;
  const auto task = TaskForBoris(office);
  office.boris.Call<CompleteTaskResponse>(Completing(task.id()));
  const auto failure = FailureOf(office.boris, Completing(task.id()));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "TASK_COMPLETED");
}

TEST(CompleteTask, SucceedsForOneOfTwoConcurrentCalls) {
  Office office;
  const auto task = TaskForBoris(office);
  EXPECT_THAT(Race({[&] { office.boris.Call<CompleteTaskResponse>(CompletingWithNext(task.id())); },
                    [&] { office.anna.Call<CompleteTaskResponse>(CompletingWithNext(task.id())); }}),
              UnorderedElementsAre("", "TASK_COMPLETED"));
}

TEST(CompleteTask, IsForTheAssigneeTheCreatorAndSalesLeaders) {
  Office office;
  for (auto* who : {&office.boris, &office.anna, &office.galina}) {
    EXPECT_EQ(who->Call<CompleteTaskResponse>(Completing(TaskForBoris(office).id())).task().state(),
              Task::STATE_COMPLETED);
  }
}

TEST(CompleteTask, RefusesAColleaguesTask) {
  Office office;
  const auto task = office.anna.Call<Task>(NewTask(Tomorrow()));
  const auto failure = FailureOf(office.boris, Completing(task.id()));
  EXPECT_EQ(failure.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(failure.reason(), "NOT_YOUR_TASK");
}

TEST(CompleteTask, RefusesAStaleEtag) {
  Office office;
  auto request = Completing(TaskForBoris(office).id());
  request.set_etag(7);
  const auto failure = FailureOf(office.boris, request);
  EXPECT_EQ(failure.code(), grpc::StatusCode::ABORTED);
  EXPECT_EQ(failure.reason(), "STALE_ETAG");
  EXPECT_EQ(failure.metadata("etag"), "1");
}

TEST(CompleteTask, DoesNotFindOneInAnotherAccount) {
  Office office, others;
  EXPECT_EQ(FailureOf(others.olga, Completing(TaskForBoris(office).id())).code(), grpc::StatusCode::NOT_FOUND);
}

TEST(RescheduleTask, MovesTheDueTime) {
  Office office;
  const auto task = TaskForBoris(office);
  const int64_t later = Tomorrow() + 60 * kMinute;
  const auto moved = office.boris.Call<Task>(Rescheduling(task.id(), later));
  EXPECT_EQ(moved.due_time().SerializeAsString(), Instant(later).SerializeAsString());
  EXPECT_EQ(moved.etag(), task.etag() + 1);
}

TEST(RescheduleTask, ChangesTheRemindersOnlyIfTheyAreGiven) {
  Office office;
  auto create = NewTask(Tomorrow());
  create.mutable_task()->mutable_reminders()->add_before()->set_seconds(60);
  const auto task = office.boris.Call<Task>(create);
  auto request = Rescheduling(task.id(), Tomorrow() + 60 * kMinute);
  EXPECT_EQ(office.boris.Call<Task>(request).reminders().SerializeAsString(), task.reminders().SerializeAsString());
  request.mutable_reminders()->add_before()->set_seconds(86400);
  request.mutable_reminders()->add_before()->set_seconds(0);
  EXPECT_EQ(office.boris.Call<Task>(request).reminders().SerializeAsString(), request.reminders().SerializeAsString());
  request.mutable_reminders()->clear_before();
  EXPECT_EQ(office.boris.Call<Task>(request).reminders().before_size(), 0);
}

TEST(RescheduleTask, RefusesACompletedTask) {
  Office office;
  const auto task = TaskForBoris(office);
  office.boris.Call<CompleteTaskResponse>(Completing(task.id()));
  EXPECT_EQ(FailureOf(office.boris, Rescheduling(task.id(), Tomorrow())).reason(), "TASK_COMPLETED");
}

TEST(RescheduleTask, RefusesAColleaguesTask) {
  Office office;
  const auto task = office.anna.Call<Task>(NewTask(Tomorrow()));
  EXPECT_EQ(FailureOf(office.boris, Rescheduling(task.id(), Tomorrow())).reason(), "NOT_YOUR_TASK");
}

TEST(RescheduleTask, RefusesAStaleEtag) {
  Office office;
  auto request = Rescheduling(TaskForBoris(office).id(), Tomorrow());
  request.set_etag(7);
  EXPECT_EQ(FailureOf(office.boris, request).reason(), "STALE_ETAG");
}

}  // namespace
}  // namespace voronka::testing
