#include "distribution_service/background/event_effects.h"

#include <gmock/gmock.h>

#include "tests/distribution_service/fake_crm.h"
#include "tests/distribution_service/world.h"
#include "tests/support/changes.h"
#include "voronka/crm/v1/session.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::distribution {
namespace {

using crm::v1::Event;
using crm::v1::ResourceChange;
using crm::v1::User;
using ::testing::ElementsAre;
using ::testing::SizeIs;

class AnEvent : public ::testing::Test {
 protected:
  AnEvent() { world_.Insert(SampleQueue()); }
  // Everything requested by the event is done before the workers end.
  ~AnEvent() override { world_.workers.Stop(); }

  void Apply(const Event& event) {
    world_.Do([&](rpc::Session& session) { effects_.Apply(session, event); });
  }

  void ChangeUser(User::State before, User::State after) {
    User user;
    user.set_id(1);
    user.set_state(before);
    auto changed = user;
    changed.set_state(after);
    Apply(testing::Changed(kAccount, user, changed));
  }

  // Deal 7 is refused by user 1, who is disabled, and planned for user 2.
  void PassOverUser1() {
    world_.Follow(Change(ResourceChange::KIND_CREATED, SampleDeal()));
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
};

TEST_F(AnEvent, OfADealThatNobodyTookOverIsHandledAgain) {
  auto queue = world_.Queue();
  queue.set_paused(true);
  world_.Do([&](rpc::Session& session) { Queues(session).Save(queue); });
  const auto created = testing::Created(kAccount, SampleDeal());
  Apply(created);
  EXPECT_THAT(world_.OffersOf(7), SizeIs(0));
  queue.set_paused(false);
  world_.Do([&](rpc::Session& session) { Queues(session).Save(queue); });
  Apply(created);
  EXPECT_THAT(world_.OffersOf(7), SizeIs(1));
}

TEST_F(AnEvent, OfADealIsPassedToThePlanner) {
  Apply(testing::Created(kAccount, SampleDeal()));
  EXPECT_THAT(world_.OffersOf(7), SizeIs(1));
}

TEST_F(AnEvent, OfAnEnabledUserLetsThemGetOffersAgain) {
  PassOverUser1();
  ChangeUser(User::STATE_DISABLED, User::STATE_ACTIVE);
  EXPECT_FALSE(world_.OffersOf(7).at(0).user_disabled());
}

TEST_F(AnEvent, OfAnAcceptedInvitationLetsTheUserGetOffers) {
  PassOverUser1();
  ChangeUser(User::STATE_INVITED, User::STATE_ACTIVE);
  EXPECT_FALSE(world_.OffersOf(7).at(0).user_disabled());
}

TEST_F(AnEvent, OfAnyOtherChangeOfAUserIsIgnored) {
  PassOverUser1();
  ChangeUser(User::STATE_ACTIVE, User::STATE_DISABLED);
  ChangeUser(User::STATE_DISABLED, User::STATE_INVITED);
  EXPECT_TRUE(world_.OffersOf(7).at(0).user_disabled());
}

TEST_F(AnEvent, OfANewQueueDistributesItsStage) {
  Apply(testing::Created(kAccount, DefinedQueue(SampleQueueOn("accepted", 2))));
  EXPECT_THAT(world_.QueueIds(), ElementsAre(1, 2));
  auto deal = SampleDeal();
  deal.set_stage("accepted");
  Apply(testing::Created(kAccount, deal));
  EXPECT_EQ(world_.OffersOf(7).at(0).queue_id(), 2);
}

TEST_F(AnEvent, OfAChangedQueueKeepsTheTurnsOfThoseWhoStay) {
  Apply(testing::Created(kAccount, SampleDeal()));
  const auto before = DefinedQueue(world_.Queue());
  auto after = before;
  after.mutable_member_user_ids()->Clear();
  for (const int64_t user_id : {4, 1}) after.add_member_user_ids(user_id);
  after.set_paused(true);
  after.set_etag(2);
  Apply(testing::Changed(kAccount, before, after));
  EXPECT_TRUE(world_.Queue().paused());
  ASSERT_EQ(world_.Queue().turns().members_size(), 2);
  EXPECT_EQ(world_.Queue().turns().members(1).taken(), 1);
  EXPECT_EQ(world_.Queue().turns().last_user_id(), 1);
}

TEST_F(AnEvent, OfAQueueHasItsEffectOnceAndInOrder) {
  auto second = DefinedQueue(SampleQueue());
  second.set_etag(2);
  auto third = second;
  third.set_paused(true);
  third.set_etag(3);
  Apply(testing::Changed(kAccount, second, third));
  Apply(testing::Changed(kAccount, second, third));
  Apply(testing::Changed(kAccount, DefinedQueue(SampleQueue()), second));
  EXPECT_TRUE(world_.Queue().paused());
  EXPECT_EQ(world_.Queue().etag(), 3);
}

TEST_F(AnEvent, OfADeletedQueueEndsItForGood) {
  auto queue = DefinedQueue(SampleQueue());
  *queue.mutable_create_time() = Instant(1);
  for (int time = 0; time < 2; ++time) {
    Apply(testing::Changed(kAccount, queue, queue, ResourceChange::KIND_DELETED));
    EXPECT_THAT(world_.QueueIds(), ElementsAre());
  }
  Apply(testing::Created(kAccount, queue));
  EXPECT_THAT(world_.QueueIds(), ElementsAre()) << "it was created before it ended";
}

// The event of the end of the former one has been missed.
TEST_F(AnEvent, OfALaterQueueOfAStageEndsTheFormer) {
  Apply(testing::Created(kAccount, DefinedQueue(SampleQueueOn("new", 2))));
  EXPECT_THAT(world_.QueueIds(), ElementsAre(2));
  Apply(testing::Created(kAccount, DefinedQueue(SampleQueueOn("new", 1))));
  EXPECT_THAT(world_.QueueIds(), ElementsAre(2));
}

TEST_F(AnEvent, OfARevokedSessionEndsItHereToo) {
  crm::v1::Session alive;
  alive.set_id(44);
  auto revoked = alive;
  *revoked.mutable_revoke_time() = Instant(kNow);
  Apply(testing::Changed(kAccount, alive, revoked, ResourceChange::KIND_DELETED));
  EXPECT_TRUE(revocations_.Contains(kAccount, 44));
  EXPECT_FALSE(revocations_.Contains(kAccount, 45));
}

TEST_F(AnEvent, OfAChangedRoleInvalidatesEarlierTokens) {
  User admin;
  admin.set_id(7);
  admin.set_role(options::v1::ROLE_ADMIN);
  admin.set_etag(2);
  auto manager = admin;
  manager.set_role(options::v1::ROLE_MANAGER);
  manager.set_etag(3);
  Apply(testing::Changed(kAccount, admin, manager));
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
