#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"
#include "voronka/crm/v1/team.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;

constexpr const char* kPhone = "+79161234567";

// Борис owns Пётр's deal, and leaves.
struct AbsentManager : Office, ::testing::Test {
  const Deal deal = BorissDeal();

  Inquiry Submit() { return intake.Call<Inquiry>(Asking(kPhone)); }
  Deal BorissDeal() {
    const int64_t id = Submit().deal_id();
    return galina.Call<Deal>(Reassigning(id, boris_id()));
  }
  void Disable(int64_t user_id) { olga.Call<User>(Disabling(user_id)); }
  void Change(int64_t user_id, const User& change) {
    UpdateUserRequest request;
    request.set_user_id(user_id);
    *request.mutable_user() = change;
    olga.Call<User>(request);
  }
  void MakeDeputyOf(int64_t user_id, int64_t deputy_id) {
    User change;
    change.set_deputy_user_id(deputy_id);
    Change(user_id, change);
  }
  // What the notifier learns of the inquiry.
  Deal DealInEvent() { return events::Unpacked<Deal>(Events().back().change().subject()); }
};

TEST_F(AbsentManager, LosesTheDealToTheHeadOfSalesWhenTheClientWritesAgain) {
  Disable(boris_id());
  const auto again = Submit();
  EXPECT_EQ(again.outcome(), Inquiry::OUTCOME_OPEN_DEAL);
  EXPECT_EQ(again.deal_id(), deal.id());
  const auto now = Find(deal.id());
  EXPECT_EQ(now.responsible_user_id(), galina_id());
  EXPECT_EQ(now.epoch(), deal.epoch() + 1);
  EXPECT_EQ(DealInEvent().SerializeAsString(), now.SerializeAsString());
}

TEST_F(AbsentManager, IsReplacedInTheTimelineAndTheEventLog) {
  Disable(boris_id());
  Submit();
  const auto timeline = TimelineOf(deal.id());
  const auto& passed_on = timeline.at(timeline.size() - 2);
  EXPECT_EQ(passed_on.kind(), TimelineEntry::KIND_REASSIGNED);
  EXPECT_EQ(passed_on.user_id(), galina_id());
  EXPECT_EQ(passed_on.text(), "Пользователь отключён");
  EXPECT_EQ(timeline.back().kind(), TimelineEntry::KIND_INQUIRY);
  const auto events = Events();
  const auto change = events::ReadChange<Deal>(events.at(events.size() - 2));
  EXPECT_EQ(change.kind, ResourceChange::KIND_REASSIGNED);
  EXPECT_EQ(change.before.responsible_user_id(), boris_id());
  EXPECT_EQ(change.after.responsible_user_id(), galina_id());
}

TEST_F(AbsentManager, MayNotHaveAcceptedTheInvitationYet) {
  const auto vera = olga.Call<User>(Inviting("vera"));
  galina.Call<Deal>(Reassigning(deal.id(), vera.id()));
  Submit();
  EXPECT_EQ(Find(deal.id()).responsible_user_id(), galina_id());
  const auto timeline = TimelineOf(deal.id());
  EXPECT_EQ(timeline.at(timeline.size() - 2).text(), "Пользователь ещё не принял приглашение");
}

TEST_F(AbsentManager, LosesTheOpenTasksTogetherWithTheDeal) {
  auto request = NewTask(DatabaseNow() + kMinute);
  request.mutable_task()->set_deal_id(deal.id());
  request.mutable_task()->set_assignee_user_id(boris_id());
  const auto task = galina.Call<Task>(request);
  Disable(boris_id());
  Submit();
  GetTaskRequest get;
  get.set_task_id(task.id());
  EXPECT_EQ(galina.Call<Task>(get).assignee_user_id(), galina_id());
  const auto timeline = TimelineOf(deal.id());
  EXPECT_EQ(timeline.at(timeline.size() - 2).kind(), TimelineEntry::KIND_TASK_REASSIGNED);
}

TEST_F(AbsentManager, LosesTheDealToTheirDeputyFirst) {
  MakeDeputyOf(boris_id(), anna_id());
  Disable(boris_id());
  Submit();
  EXPECT_EQ(Find(deal.id()).responsible_user_id(), anna_id());
}

TEST_F(AbsentManager, LosesTheDealToTheirTeamHeadBeforeTheHeadOfSales) {
  CreateTeamRequest create;
  create.mutable_team()->set_name("Отдел");
  create.mutable_team()->set_head_user_id(anna_id());
  User change;
  change.set_team_id(olga.Call<Team>(create).id());
  Change(boris_id(), change);
  Disable(boris_id());
  Submit();
  EXPECT_EQ(Find(deal.id()).responsible_user_id(), anna_id());
}

TEST_F(AbsentManager, LosesTheDealToAnAdminIfTheHeadOfSalesIsAbsentToo) {
  Disable(boris_id());
  Disable(galina_id());
  Submit();
  EXPECT_EQ(Find(deal.id()).responsible_user_id(), olga_id());
}

TEST_F(AbsentManager, LosesADealOnce) {
  Disable(boris_id());
  Submit();
  const auto now = Find(deal.id());
  Submit();
  EXPECT_EQ(Find(deal.id()).SerializeAsString(), now.SerializeAsString());
}

TEST_F(AbsentManager, LosesADealThatWasOnlyOnOffer) {
  galina.Call<Deal>(Moving(deal.id(), "won"));
  const int64_t fresh = Submit().deal_id();
  const auto offered = distribution.Call<Deal>(Offering(fresh, boris_id(), 60 * kMinute));
  Disable(boris_id());
  Submit();
  const auto now = Find(fresh);
  EXPECT_EQ(now.responsible_user_id(), 0);
  EXPECT_FALSE(now.has_offer_deadline());
  EXPECT_EQ(now.epoch(), offered.epoch() + 1);
  const auto timeline = TimelineOf(fresh);
  EXPECT_EQ(timeline.at(timeline.size() - 2).kind(), TimelineEntry::KIND_OFFER_DECLINED);
  EXPECT_EQ(timeline.at(timeline.size() - 2).user_id(), boris_id());
  EXPECT_EQ(distribution.Call<Deal>(Offering(fresh, anna_id(), 60 * kMinute)).responsible_user_id(), anna_id());
}

TEST_F(AbsentManager, KeepsTheDealUntilTheClientWrites) {
  Disable(boris_id());
  EXPECT_EQ(Find(deal.id()).responsible_user_id(), boris_id());
}

TEST_F(AbsentManager, IsReplacedByTheirDeputyInANewDealOfTheirClient) {
  galina.Call<Deal>(Moving(deal.id(), "won"));
  MakeDeputyOf(boris_id(), anna_id());
  Disable(boris_id());
  EXPECT_EQ(Find(Submit().deal_id()).client_manager_user_id(), anna_id());
}

TEST_F(AbsentManager, IsReplacedByNobodyInANewDealIfTheDeputyIsAbsentToo) {
  galina.Call<Deal>(Moving(deal.id(), "won"));
  MakeDeputyOf(boris_id(), anna_id());
  Disable(anna_id());
  Disable(boris_id());
  EXPECT_EQ(Find(Submit().deal_id()).client_manager_user_id(), 0);
}

TEST_F(AbsentManager, DoesNotBreakTheTotalsOfTheBoard) {
  Disable(boris_id());
  Submit();
  ListStageTotalsRequest request;
  request.set_pipeline("sales");
  request.set_responsible_user_id(galina_id());
  const auto totals = olga.Call<ListStageTotalsResponse>(request);
  ASSERT_EQ(totals.totals_size(), 1);
  EXPECT_EQ(totals.totals(0).deals(), 1);
}

}  // namespace
}  // namespace voronka::testing
