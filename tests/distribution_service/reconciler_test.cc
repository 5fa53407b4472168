#include "distribution_service/background/reconciler.h"

#include <gmock/gmock.h>

#include <future>

#include "foundation/rpc/requests/error.h"
#include "tests/distribution_service/fake_crm.h"
#include "tests/distribution_service/world.h"

namespace voronka::distribution {
namespace {

using crm::v1::ResourceChange;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using v1::Offer;

class Reconciling : public ::testing::Test {
 protected:
  Reconciling() { world_.Insert(SampleQueue()); }

  void Reconcile() { reconciler_.Reconcile(world_.db); }

  v1::OfferRow MakeStanding() {
    world_.Follow(Change(ResourceChange::KIND_CREATED, SampleDeal()));
    world_.Follow(Change(ResourceChange::KIND_OFFERED, OfferedDeal(1, 2)));
    return world_.OffersOf(7).at(0);
  }
  void LoseTimer(const v1::OfferRow& offer) {
    world_.Do([&](rpc::Session& session) { OfferTimers::Cancel(session, offer); });
  }

  // As another transaction does for as long as it runs: nobody can write the queue, or lock it.
  static void LockQueue(storage::Connection& elsewhere) {
    elsewhere.Begin();
    elsewhere.Execute("SELECT id FROM queues WHERE account_id = ? FOR UPDATE", kAccount);
  }
  void ListUnowned(int64_t deals) {
    for (int64_t deal_id = 1; deal_id <= deals; ++deal_id) crm_.unowned.push_back(SampleDeal(deal_id));
  }

  World world_;
  FakeCrm crm_;
  CrmDeals deals_{crm_.clients()};
  CrmDirectory directory_{crm_.clients()};
  Reconciler reconciler_{world_.work, world_.workers, {deals_, directory_}, world_.planner, OfferTimers(world_.timers),
                         world_.log,  world_.metrics};
};

TEST_F(Reconciling, PlansForgottenDealsOldestFirst) {
  for (int64_t deal_id = 1; deal_id <= 5; ++deal_id) {
    crm_.unowned.push_back(SampleDeal(deal_id));
    *crm_.unowned.back().mutable_create_time() = Instant(kNow + deal_id);
  }
  Reconcile();
  for (int64_t deal_id = 1; deal_id <= 5; ++deal_id) {
    ASSERT_THAT(world_.OffersOf(deal_id), SizeIs(1));
    EXPECT_EQ(world_.OffersOf(deal_id)[0].user_id(), 1 + (deal_id - 1) % 3);
  }
}

TEST_F(Reconciling, PlansNothingTwice) {
  crm_.unowned.push_back(SampleDeal());
  Reconcile();
  Reconcile();
  EXPECT_THAT(world_.OffersOf(7), SizeIs(1));
}

TEST_F(Reconciling, ShowsDealsThatNobodyHasTouchedForLong) {
  ListUnowned(2);
  *crm_.unowned.back().mutable_update_time() = Instant(world_.clock.NowMicros() - 20 * kMinute);
  Reconcile();
  EXPECT_THAT(world_.metrics.Page(), HasSubstr("voronka_deals_of_nobody 1"));
  crm_.unowned.clear();
  Reconcile();
  EXPECT_THAT(world_.metrics.Page(), HasSubstr("voronka_deals_of_nobody 0"));
}

TEST_F(Reconciling, LocksNothingForDealsThatHaveTheirOffer) {
  ListUnowned(5);
  Reconcile();
  storage::Connection elsewhere(world_.database);
  LockQueue(elsewhere);
  Reconcile();
  EXPECT_THAT(world_.metrics.Page(), HasSubstr("voronka_reconcile_failures_total 0"));
}

TEST_F(Reconciling, LocksNothingForDealsThatWaitAsTheJournalSays) {
  auto paused = world_.Queue();
  paused.set_paused(true);
  world_.Do([&](rpc::Session& session) { Queues(session).Save(paused); });
  ListUnowned(5);
  Reconcile();
  EXPECT_THAT(world_.JournalOf(5), ElementsAre(v1::Decision::KIND_WAITING));
  storage::Connection elsewhere(world_.database);
  LockQueue(elsewhere);
  Reconcile();
  EXPECT_THAT(world_.metrics.Page(), HasSubstr("voronka_reconcile_failures_total 0"));
}

TEST_F(Reconciling, PlansMoreThanOnePortion) {
  ListUnowned(205);
  Reconcile();
  for (const int64_t deal_id : {1, 100, 101, 205}) EXPECT_THAT(world_.OffersOf(deal_id), SizeIs(1));
}

// The plan is ahead of the restored deals: their epochs count from an earlier one.
TEST_F(Reconciling, DistributesDealsOfARestoredSystemOfRecord) {
  world_.Follow(Change(ResourceChange::KIND_CREATED, SampleDeal(7, 5)));
  world_.Follow(Change(ResourceChange::KIND_OFFERED, OfferedDeal(1, 6)));
  crm_.unowned.push_back(SampleDeal(7, 2));
  *crm_.unowned.back().mutable_update_time() = Instant(0);
  Reconcile();
  EXPECT_THAT(world_.OffersOf(7), SizeIs(1));
  reconciler_.StartOver(world_.db);
  ASSERT_THAT(world_.OffersOf(7), SizeIs(2));
  EXPECT_EQ(world_.OffersOf(7)[1].state(), Offer::STATE_PLANNED);
  EXPECT_EQ(world_.OffersOf(7)[1].deal_epoch(), 2);
}

TEST_F(Reconciling, AdoptsOffersThatOnlyTheSystemOfRecordKnows) {
  crm_.on_offer.push_back(OfferedDeal(1, 2));
  reconciler_.StartOver(world_.db);
  ASSERT_THAT(world_.OffersOf(7), SizeIs(1));
  const auto offer = world_.OffersOf(7)[0];
  EXPECT_EQ(offer.state(), Offer::STATE_STANDING);
  EXPECT_EQ(offer.queue_id(), 1);
  EXPECT_EQ(world_.TimerOf(offer)->due, kNow + kTakeWithin);
}

TEST_F(Reconciling, WaitsOnceHoweverOftenItIsAskedFor) {
  std::promise<void> go;
  const auto gone = go.get_future().share();
  for (int worker = 0; worker < 2; ++worker) {
    world_.workers.SubmitAlways({}, [gone](storage::Connection&) { gone.wait(); });
  }
  for (int i = 0; i < 100; ++i) reconciler_.RequestAll(), reconciler_.Request(kAccount);
  EXPECT_LE(world_.workers.Waiting(), 3);
  ListUnowned(1);
  go.set_value();
  world_.workers.Stop();
  EXPECT_THAT(world_.OffersOf(1), SizeIs(1));
}

TEST_F(Reconciling, TakesUpNothingAfterItsStop) {
  ListUnowned(1);
  reconciler_.Stop();
  reconciler_.RequestAll();
  world_.workers.Stop();
  EXPECT_THAT(world_.OffersOf(1), SizeIs(0));
}

// The event consumer compares everything itself, whatever has been asked of the workers.
TEST_F(Reconciling, HasComparedEverythingWhenItReturns) {
  reconciler_.RequestAll();
  ListUnowned(5);
  Reconcile();
  EXPECT_THAT(world_.OffersOf(5), SizeIs(1));
}

TEST_F(Reconciling, RearmsTheTimerOfAStandingOffer) {
  const auto offer = MakeStanding();
  LoseTimer(offer);
  crm_.get = [](const auto&) { return OfferedDeal(1, 2); };
  Reconcile();
  ASSERT_TRUE(world_.TimerOf(offer));
  EXPECT_EQ(world_.TimerOf(offer)->due, kNow + kTakeWithin);
}

TEST_F(Reconciling, RearmsTheTimerOfAPlannedOffer) {
  world_.Follow(Change(ResourceChange::KIND_CREATED, SampleDeal()));
  const auto offer = world_.OffersOf(7).at(0);
  LoseTimer(offer);
  crm_.get = [](const auto&) { return SampleDeal(); };
  Reconcile();
  EXPECT_TRUE(world_.TimerOf(offer));
}

TEST_F(Reconciling, EndsAnOfferWhoseEndWasNeverReported) {
  const auto offer = MakeStanding();
  LoseTimer(offer);
  crm_.get = [](const auto&) {
    auto taken = OwnedDeal(1, 3);
    *taken.mutable_update_time() = Instant(0);
    return taken;
  };
  Reconcile();
  EXPECT_EQ(world_.OffersOf(7).at(0).state(), Offer::STATE_TAKEN);
  EXPECT_FALSE(world_.TimerOf(offer));
}

TEST_F(Reconciling, WithdrawsTheOfferOfADeletedDeal) {
  LoseTimer(MakeStanding());
  crm_.get = [](const auto&) -> crm::v1::Deal { throw rpc::NotFound("deal", 7); };
  Reconcile();
  EXPECT_EQ(world_.OffersOf(7).at(0).state(), Offer::STATE_WITHDRAWN);
}

TEST_F(Reconciling, ContinuesWithOtherQueuesIfOneFails) {
  world_.Insert(SampleQueueOn("accepted", 2));
  crm_.broken_stages = {"new"};
  crm_.unowned.push_back(SampleDeal(1));
  crm_.unowned.back().set_stage("accepted");
  Reconcile();
  EXPECT_THAT(world_.OffersOf(1), SizeIs(1));
  EXPECT_THAT(world_.metrics.Page(), HasSubstr("voronka_reconcile_failures_total 1"));
}

TEST_F(Reconciling, ContinuesWithTimersIfAQueueFails) {
  const auto offer = MakeStanding();
  LoseTimer(offer);
  crm_.broken_stages = {"new"};
  crm_.get = [](const auto&) { return OfferedDeal(1, 2); };
  Reconcile();
  EXPECT_TRUE(world_.TimerOf(offer));
}

TEST_F(Reconciling, ContinuesWithOtherOffersIfOneFails) {
  std::vector<v1::OfferRow> offers;
  for (const int64_t deal_id : {1, 2}) {
    world_.Follow(Change(ResourceChange::KIND_CREATED, SampleDeal(deal_id)));
    offers.push_back(world_.OffersOf(deal_id).at(0));
    LoseTimer(offers.back());
  }
  crm_.get = [](const auto& request) -> crm::v1::Deal {
    if (request.deal_id() == 1) throw std::runtime_error("a deal that cannot be read");
    return SampleDeal(request.deal_id());
  };
  Reconcile();
  EXPECT_FALSE(world_.TimerOf(offers[0]));
  EXPECT_TRUE(world_.TimerOf(offers[1]));
}

TEST_F(Reconciling, ContinuesWithOtherAccountsIfOneFails) {
  auto broken = SampleQueueOn("broken", 1);
  world_.InsertIn(kAccount - 1, broken);
  crm_.broken_stages = {"broken"};
  crm_.unowned.push_back(SampleDeal(1));
  Reconcile();
  EXPECT_THAT(world_.OffersOf(1), SizeIs(1));
}

TEST_F(Reconciling, EndsAQueueThatTheSystemOfRecordHasNot) {
  world_.Insert(SampleQueueOn("removed", 2));
  crm_.deleted_queues = {2};
  crm_.broken_stages = {"removed"};
  Reconcile();
  EXPECT_THAT(world_.QueueIds(), ElementsAre(1));
  EXPECT_THAT(world_.metrics.Page(), HasSubstr("voronka_reconcile_failures_total 0"));
}

// A release before has made it here.
TEST_F(Reconciling, HandsOverAQueueThatTheSystemOfRecordHasNeverKnown) {
  Reconcile();
  EXPECT_THAT(world_.QueueIds(), ElementsAre(1));
}

TEST_F(Reconciling, TakesOverQueuesWhoseEventsWereMissed) {
  auto changed = DefinedQueue(SampleQueue());
  changed.set_paused(true);
  changed.set_etag(2);
  crm_.queues = {changed, DefinedQueue(SampleQueueOn("accepted", 2))};
  Reconcile();
  EXPECT_THAT(world_.QueueIds(), ElementsAre(1, 2));
  EXPECT_TRUE(world_.Queue().paused());
}

// A backup has been restored, or a release before has changed the queue here.
TEST_F(Reconciling, TakesOverWhatTheSystemOfRecordHasEvenIfItIsOlder) {
  auto ahead = world_.Queue();
  ahead.set_etag(5);
  ahead.set_paused(true);
  world_.Do([&](rpc::Session& session) { Queues(session).Save(ahead); });
  crm_.queues = {DefinedQueue(SampleQueue())};
  Reconcile();
  EXPECT_FALSE(world_.Queue().paused());
  EXPECT_EQ(world_.Queue().etag(), 1);
}

TEST_F(Reconciling, BringsBackAQueueThatHasEndedOnlyHere) {
  crm_.queues = {DefinedQueue(SampleQueue()), DefinedQueue(SampleQueueOn("accepted", 2))};
  Reconcile();
  world_.End(2);
  Reconcile();
  EXPECT_THAT(world_.QueueIds(), ElementsAre(1, 2));
}

TEST_F(Reconciling, LeavesAloneWhatHasComeSinceItLooked) {
  const Seen seen{.etag = 1, .time = world_.clock.NowMicros()};
  auto newer = DefinedQueue(SampleQueue());
  newer.set_etag(3);
  newer.set_paused(true);
  auto listed = DefinedQueue(SampleQueue());
  listed.set_etag(2);
  world_.Do([&](rpc::Session& session) {
    TakeOver(session, newer);
    EXPECT_FALSE(TakeOver(session, listed, seen));
  });
  world_.End(1);
  world_.Do([&](rpc::Session& session) { EXPECT_FALSE(TakeOver(session, listed, seen)); });
  EXPECT_THAT(world_.QueueIds(), ElementsAre());
}

TEST_F(Reconciling, StartsOverInAccountsThatItHasNotMetToo) {
  crm_.accounts = {kAccount, kAccount + 1};
  crm_.queues = {DefinedQueue(SampleQueue())};
  reconciler_.StartOver(world_.db);
  EXPECT_THAT(world_.QueueIds(kAccount + 1), ElementsAre(1));
}

TEST_F(Reconciling, EndsNoQueueWhileTheQueuesCannotBeListed) {
  crm_.knows_queues = false;
  ListUnowned(1);
  Reconcile();
  EXPECT_THAT(world_.QueueIds(), ElementsAre(1));
  EXPECT_THAT(world_.OffersOf(1), SizeIs(1)) << "it distributes as it did";
}

// As after an upgrade, when crm_service starts last.
TEST_F(Reconciling, FollowsQueuesAsSoonAsTheyCanBeListed) {
  crm_.knows_queues = false;
  crm_.queues = {DefinedQueue(SampleQueue()), DefinedQueue(SampleQueueOn("accepted", 2))};
  Reconcile();
  EXPECT_THAT(world_.QueueIds(), ElementsAre(1));
  crm_.knows_queues = true;
  reconciler_.Retry();
  world_.workers.Stop();
  EXPECT_THAT(world_.QueueIds(), ElementsAre(1, 2));
}

TEST_F(Reconciling, AsksNothingAboutOffersWithATimer) {
  MakeStanding();
  crm_.get = [](const auto&) -> crm::v1::Deal {
    ADD_FAILURE();
    return {};
  };
  Reconcile();
}

}  // namespace
}  // namespace voronka::distribution
