#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;

TEST(ReassignDeal, GivesTheDealToAnotherUser) {
  Office office;
  const auto before = office.AnnasDeal();
  const auto after = office.anna.Call<Deal>(Reassigning(before.id(), office.boris_id()));
  EXPECT_EQ(after.responsible_user_id(), office.boris_id());
  EXPECT_EQ(after.epoch(), before.epoch() + 1);
  EXPECT_EQ(after.stage(), before.stage());
}

TEST(ReassignDeal, RefusesAColleaguesDeal) {
  Office office;
  const auto failure = FailureOf(office.boris, Reassigning(office.AnnasDeal().id(), office.boris_id()));
  EXPECT_EQ(failure.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(failure.reason(), "NOT_RESPONSIBLE");
}

TEST(ReassignDeal, LetsTheHeadOfSalesUseAnyDeal) {
  Office office;
  for (const auto& deal : {office.AnnasDeal(), office.NobodysDeal()}) {
    EXPECT_EQ(office.galina.Call<Deal>(Reassigning(deal.id(), office.boris_id())).responsible_user_id(),
              office.boris_id());
  }
}

TEST(ReassignDeal, EndsAStandingOffer) {
  Office office;
  const auto deal = office.OfferedTo(office.anna_id());
  EXPECT_FALSE(office.galina.Call<Deal>(Reassigning(deal.id(), office.boris_id())).has_offer_deadline());
  EXPECT_EQ(FailureOf(office.distribution, Reclaiming(deal.id())).reason(), "NO_OFFER");
}

TEST(ReassignDeal, GivesTheOffereeTheDealForGood) {
  Office office;
  const auto deal = office.OfferedTo(office.anna_id());
  EXPECT_FALSE(office.galina.Call<Deal>(Reassigning(deal.id(), office.anna_id())).has_offer_deadline());
}

TEST(ReassignDeal, IsRefusedToTheOffereeAfterTheDeadline) {
  Office office;
  const auto deal = office.LapsedOfferTo(office.anna_id());
  EXPECT_EQ(FailureOf(office.anna, Reassigning(deal.id(), office.boris_id())).reason(), "OFFER_EXPIRED");
}

TEST(ReassignDeal, RefusesADisabledUser) {
  Office office;
  office.olga.Call<User>(Disabling(office.boris_id()));
  const auto failure = FailureOf(office.anna, Reassigning(office.AnnasDeal().id(), office.boris_id()));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "USER_DISABLED");
}

TEST(ReassignDeal, MayGiveADealToAnInvitedUser) {
  Office office;
  const auto vera = office.olga.Call<User>(Inviting("vera"));
  const auto deal = office.anna.Call<Deal>(Reassigning(office.AnnasDeal().id(), vera.id()));
  EXPECT_EQ(deal.responsible_user_id(), vera.id());
}

TEST(ReassignDeal, RefusesAnUnknownUser) {
  Office office;
  EXPECT_THAT(ViolationsOf(office.anna, Reassigning(office.AnnasDeal().id(), 77)),
              ElementsAre("UNKNOWN_USER at user_id"));
}

TEST(ReassignDeal, RefusesAStaleEpoch) {
  Office office;
  auto request = Reassigning(office.AnnasDeal().id(), office.boris_id());
  request.set_epoch(7);
  EXPECT_EQ(FailureOf(office.anna, request).reason(), "STALE_EPOCH");
}

// Анна's task about a deal, for somebody.
Task TaskAbout(Office& office, int64_t deal_id, int64_t assignee_id) {
  auto request = NewTask(DatabaseNow() + kMinute);
  request.mutable_task()->set_deal_id(deal_id);
  request.mutable_task()->set_assignee_user_id(assignee_id);
  return office.anna.Call<Task>(request);
}

Task FindTask(Office& office, int64_t task_id) {
  GetTaskRequest request;
  request.set_task_id(task_id);
  return office.anna.Call<Task>(request);
}

TEST(ReassignDeal, PassesTheOpenTasksOfTheFormerManagerOn) {
  Office office;
  const auto deal = office.AnnasDeal();
  const auto before = TaskAbout(office, deal.id(), office.anna_id());
  office.galina.Call<Deal>(Reassigning(deal.id(), office.boris_id()));
  const auto after = FindTask(office, before.id());
  EXPECT_EQ(after.assignee_user_id(), office.boris_id());
  EXPECT_EQ(after.setter_user_id(), office.anna_id());
  EXPECT_EQ(after.due_time().SerializeAsString(), before.due_time().SerializeAsString());
  EXPECT_EQ(after.etag(), before.etag() + 1);
  // The reminders follow this event.
  const auto change = office.LastChange<Task>();
  EXPECT_EQ(change.before.assignee_user_id(), office.anna_id());
  EXPECT_EQ(change.after.SerializeAsString(), after.SerializeAsString());
}

TEST(ReassignDeal, SaysInTheTimelineWhichTasksWentAlong) {
  Office office;
  const auto deal = office.AnnasDeal();
  const auto task = TaskAbout(office, deal.id(), office.anna_id());
  office.galina.Call<Deal>(Reassigning(deal.id(), office.boris_id()));
  const auto last = office.TimelineOf(deal.id()).back();
  EXPECT_EQ(last.kind(), TimelineEntry::KIND_TASK_REASSIGNED);
  EXPECT_EQ(last.user_id(), office.boris_id());
  EXPECT_EQ(last.task_id(), task.id());
  EXPECT_EQ(last.task_text(), "Позвонить");
}

TEST(ReassignDeal, LeavesTheTasksIfItIsToldTo) {
  Office office;
  const auto deal = office.AnnasDeal();
  const auto task = TaskAbout(office, deal.id(), office.anna_id());
  auto request = Reassigning(deal.id(), office.boris_id());
  request.set_keep_tasks(true);
  office.galina.Call<Deal>(request);
  EXPECT_EQ(FindTask(office, task.id()).SerializeAsString(), task.SerializeAsString());
  EXPECT_EQ(office.TimelineOf(deal.id()).back().kind(), TimelineEntry::KIND_REASSIGNED);
}

TEST(ReassignDeal, LeavesNoTasksWithADisabledManager) {
  Office office;
  const auto deal = office.AnnasDeal();
  const auto task = TaskAbout(office, deal.id(), office.anna_id());
  office.olga.Call<User>(Disabling(office.anna_id()));
  auto request = Reassigning(deal.id(), office.boris_id());
  request.set_keep_tasks(true);
  office.galina.Call<Deal>(request);
  GetTaskRequest get;
  get.set_task_id(task.id());
  EXPECT_EQ(office.galina.Call<Task>(get).assignee_user_id(), office.boris_id());
}

TEST(ReassignDeal, LeavesOtherTasksAlone) {
  Office office;
  const auto deal = office.AnnasDeal();
  const auto colleagues = TaskAbout(office, deal.id(), office.galina_id());
  const auto of_another_deal = TaskAbout(office, office.AnnasDeal().id(), office.anna_id());
  const auto done = TaskAbout(office, deal.id(), office.anna_id());
  office.anna.Call<CompleteTaskResponse>(Completing(done.id()));
  office.galina.Call<Deal>(Reassigning(deal.id(), office.boris_id()));
  EXPECT_EQ(FindTask(office, colleagues.id()).assignee_user_id(), office.galina_id());
  EXPECT_EQ(FindTask(office, of_another_deal.id()).assignee_user_id(), office.anna_id());
  EXPECT_EQ(FindTask(office, done.id()).assignee_user_id(), office.anna_id());
}

TEST(ReassignDeal, PassesNoTasksOnIfItIsRefused) {
  Office office;
  const auto deal = office.AnnasDeal();
  const auto task = TaskAbout(office, deal.id(), office.anna_id());
  office.olga.Call<User>(Disabling(office.boris_id()));
  FailureOf(office.galina, Reassigning(deal.id(), office.boris_id()));
  EXPECT_EQ(FindTask(office, task.id()).SerializeAsString(), task.SerializeAsString());
}

TEST(ReassignDeal, WritesNoEventIfTheDealIsAlreadyTheirs) {
  Office office;
  const auto deal = office.AnnasDeal();
  const size_t events = office.Events().size();
  EXPECT_EQ(office.galina.Call<Deal>(Reassigning(deal.id(), office.anna_id())).etag(), deal.etag());
  EXPECT_EQ(office.Events().size(), events);
}

}  // namespace
}  // namespace voronka::testing
