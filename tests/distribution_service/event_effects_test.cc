#include "distribution_service/background/event_effects.h"

#include <gmock/gmock.h>

#include "tests/distribution_service/fake_crm.h"
#include "tests/distribution_service/world.h"

namespace voronka::distribution {
namespace {

using crm::v1::DealChange;
using crm::v1::Event;
using crm::v1::User;
using ::testing::ElementsAre;
using ::testing::SizeIs;

class AnEvent : public ::testing::Test {
 protected:
  AnEvent() {
    world_.Insert(SampleQueue());
    event_.set_account_id(kAccount);
  }
  // Everything requested by the event is done before the workers end.
  ~AnEvent() override { world_.workers.Stop(); }

  void Apply() {
    world_.Do([&](rpc::Session& session) { effects_.Apply(session, event_); });
  }

  void ChangeUser(User::State before, User::State after) {
    auto& change = *event_.mutable_user();
    change.mutable_before()->set_state(before);
    change.mutable_after()->set_state(after);
    change.mutable_after()->set_id(1);
    Apply();
  }

  // Deal 7 is refused by user 1, who is disabled, and planned for user 2.
  void PassOverUser1() {
    world_.Follow(Change(DealChange::KIND_CREATED, SampleDeal()));
    const auto offer = world_.OffersOf(7).at(0);
    world_.Do([&](rpc::Session& session) {
      world_.planner.Refuse(session, offer, {"USER_DISABLED", ""}, SampleDeal());
    });
  }

  World world_;
  FakeCrm crm_;
  CrmDeals deals_{crm_.clients()};
  CrmDirectory directory_{crm_.clients()};
  Reconciler reconciler_{world_.work, world_.workers, {deals_, directory_}, world_.planner, OfferTimers(world_.timers),
                         world_.log,  world_.metrics};
  rpc::Revocations revocations_;
  EventEffects effects_{world_.planner, reconciler_, revocations_};
  Event event_;
};

TEST_F(AnEvent, OfADealThatNobodyTookOverIsHandledAgain) {
  auto queue = world_.Queue();
  queue.set_paused(true);
  world_.Do([&](rpc::Session& session) { Queues(session).Save(queue); });
  *event_.mutable_deal() = Change(DealChange::KIND_CREATED, SampleDeal());
  Apply();
  EXPECT_THAT(world_.OffersOf(7), SizeIs(0));
  queue.set_paused(false);
  world_.Do([&](rpc::Session& session) { Queues(session).Save(queue); });
  Apply();
  EXPECT_THAT(world_.OffersOf(7), SizeIs(1));
}

TEST_F(AnEvent, OfADealIsPassedToThePlanner) {
  *event_.mutable_deal() = Change(DealChange::KIND_CREATED, SampleDeal());
  Apply();
  EXPECT_THAT(world_.OffersOf(7), SizeIs(1));
}

TEST_F(AnEvent, OfAnEnabledUserLetsThemGetOffersAgain) {
  PassOverUser1();
  ChangeUser(User::STATE_DISABLED, User::STATE_ACTIVE);
  EXPECT_FALSE(world_.OffersOf(7).at(0).user_disabled());
}

TEST_F(AnEvent, OfAnyOtherChangeOfAUserIsIgnored) {
  PassOverUser1();
  ChangeUser(User::STATE_ACTIVE, User::STATE_DISABLED);
  EXPECT_TRUE(world_.OffersOf(7).at(0).user_disabled());
}

TEST_F(AnEvent, OfAPipelineEndsTheQueueOfARemovedStage) {
  world_.Insert(SampleQueueOn("accepted", 2));
  auto& pipeline = *event_.mutable_pipeline()->mutable_after();
  pipeline = SamplePipeline();
  pipeline.mutable_stages()->DeleteSubrange(1, 1);
  *event_.mutable_create_time() = Instant(kNow);
  Apply();
  EXPECT_THAT(world_.QueueIds(), ElementsAre(1));
}

TEST_F(AnEvent, OfAnArchivedPipelineEndsItsQueues) {
  auto elsewhere = SampleQueueOn("new", 2);
  elsewhere.set_pipeline("repeat");
  world_.Insert(elsewhere);
  *event_.mutable_pipeline()->mutable_after() = SamplePipeline();
  *event_.mutable_pipeline()->mutable_after()->mutable_archive_time() = Instant(kNow);
  *event_.mutable_create_time() = Instant(kNow);
  Apply();
  EXPECT_THAT(world_.QueueIds(), ElementsAre(2));
}

TEST_F(AnEvent, OfAPipelineThatKeepsItsStagesEndsNoQueue) {
  *event_.mutable_pipeline()->mutable_after() = SamplePipeline();
  *event_.mutable_create_time() = Instant(kNow);
  Apply();
  EXPECT_THAT(world_.QueueIds(), ElementsAre(1));
}

// The stage was removed and put back, and got a new queue before the removal was heard of.
TEST_F(AnEvent, OfAPipelineDoesNotEndAQueueCreatedLater) {
  event_.mutable_pipeline()->mutable_after()->set_key("sales");
  *event_.mutable_create_time() = Instant(kNow - 1);
  Apply();
  EXPECT_THAT(world_.QueueIds(), ElementsAre(1));
}

TEST_F(AnEvent, OfARevokedSessionEndsItHereToo) {
  event_.mutable_session_revoked()->mutable_session()->set_id(44);
  Apply();
  EXPECT_TRUE(revocations_.Contains(kAccount, 44));
  EXPECT_FALSE(revocations_.Contains(kAccount, 45));
}

TEST_F(AnEvent, OfAChangedRoleInvalidatesEarlierTokens) {
  auto& change = *event_.mutable_user();
  change.mutable_before()->set_role(options::v1::ROLE_ADMIN);
  change.mutable_after()->set_role(options::v1::ROLE_MANAGER);
  change.mutable_after()->set_id(7);
  change.mutable_after()->set_etag(3);
  Apply();
  rpc::Caller caller;
  caller.account_id = kAccount;
  caller.user_id = 7;
  caller.user_etag = 2;
  EXPECT_FALSE(revocations_.Admits(caller));
  caller.user_etag = 3;
  EXPECT_TRUE(revocations_.Admits(caller));
}

}  // namespace
}  // namespace voronka::distribution
