#include "distribution_service/offers/planner.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <thread>

#include "tests/distribution_service/world.h"

namespace voronka::distribution {
namespace {

using crm::v1::ResourceChange;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using v1::Decision;
using v1::Offer;

class APlanner : public ::testing::Test {
 protected:
  APlanner() { world_.Insert(SampleQueue()); }

  void Create(const crm::v1::Deal& deal) { world_.Follow(Change(ResourceChange::KIND_CREATED, deal)); }
  void OfferAndReclaim(int64_t user_id, int64_t epoch) {
    world_.Follow(Change(ResourceChange::KIND_OFFERED, OfferedDeal(user_id, epoch)));
    world_.Follow(Change(ResourceChange::KIND_RECLAIMED, OfferedDeal(user_id, epoch), SampleDeal(7, epoch + 1)));
  }

  World world_;
};

TEST_F(APlanner, PlansAnOfferForThisReplicaToMake) {
  Create(SampleDeal());
  const auto offers = world_.OffersOf(7);
  ASSERT_THAT(offers, SizeIs(1));
  EXPECT_EQ(offers[0].user_id(), 1);
  EXPECT_EQ(offers[0].state(), Offer::STATE_PLANNED);
  EXPECT_EQ(offers[0].queue_id(), 1);
  EXPECT_EQ(offers[0].take_within(), SampleQueue().take_within());
  const auto timer = world_.TimerOf(offers[0]);
  ASSERT_TRUE(timer);
  EXPECT_GT(timer->due, world_.clock.NowMicros());
  EXPECT_LE(timer->due, world_.clock.NowMicros() + std::chrono::microseconds(World::kLease).count());
  EXPECT_THAT(world_.JournalOf(7), ElementsAre(Decision::KIND_TURN));
}

TEST_F(APlanner, KeepsTheTurnsInTheQueue) {
  for (int64_t deal_id = 1; deal_id <= 4; ++deal_id) Create(SampleDeal(deal_id));
  EXPECT_EQ(world_.OffersOf(3)[0].user_id(), 3);
  EXPECT_EQ(world_.OffersOf(4)[0].user_id(), 1);
  EXPECT_EQ(world_.Queue().turns().last_user_id(), 1);
}

TEST_F(APlanner, HandlesADuplicateEventOnce) {
  Create(SampleDeal());
  Create(SampleDeal());
  world_.Follow(Listed(SampleDeal()));
  EXPECT_THAT(world_.OffersOf(7), SizeIs(1));
  EXPECT_THAT(world_.JournalOf(7), SizeIs(1));
}

TEST_F(APlanner, PlansNothingWithoutAQueue) {
  auto deal = SampleDeal();
  deal.set_stage("accepted");
  Create(deal);
  EXPECT_THAT(world_.OffersOf(7), IsEmpty());
}

TEST_F(APlanner, MovesTheTimerToTheDeadlineOnceTheOfferStands) {
  Create(SampleDeal());
  world_.Follow(Change(ResourceChange::KIND_OFFERED, OfferedDeal(1, 2)));
  const auto offer = world_.OffersOf(7).at(0);
  EXPECT_EQ(offer.state(), Offer::STATE_STANDING);
  EXPECT_EQ(world_.TimerOf(offer)->due, kNow + kTakeWithin);
}

TEST_F(APlanner, OffersToTheNextWhenTheDealIsReclaimed) {
  Create(SampleDeal());
  OfferAndReclaim(1, 2);
  const auto offers = world_.OffersOf(7);
  ASSERT_THAT(offers, SizeIs(2));
  EXPECT_EQ(offers[0].state(), Offer::STATE_MISSED);
  EXPECT_EQ(offers[1].user_id(), 2);
  EXPECT_FALSE(world_.TimerOf(offers[0]));
  EXPECT_TRUE(world_.TimerOf(offers[1]));
  EXPECT_THAT(world_.JournalOf(7), ElementsAre(Decision::KIND_TURN, Decision::KIND_MISSED, Decision::KIND_TURN));
}

TEST_F(APlanner, EscalatesWithoutADeadlineAfterEverybodyMissedTheOffer) {
  Create(SampleDeal());
  for (int64_t user_id = 1; user_id <= 3; ++user_id) OfferAndReclaim(user_id, 2 * user_id);
  const auto escalated = world_.OffersOf(7).at(3);
  EXPECT_EQ(escalated.user_id(), 8);
  EXPECT_FALSE(escalated.has_take_within());
  world_.Follow(Change(ResourceChange::KIND_OFFERED, OwnedDeal(8, 8)));
  EXPECT_EQ(world_.OffersOf(7).at(3).state(), Offer::STATE_TAKEN);
  EXPECT_FALSE(world_.TimerOf(escalated));
}

TEST_F(APlanner, EscalatesAnExpiredOfferWhoseQueueHasEnded) {
  Create(SampleDeal());
  world_.End(1);
  OfferAndReclaim(1, 2);
  const auto escalated = world_.OffersOf(7).at(1);
  EXPECT_EQ(escalated.user_id(), 8);
  EXPECT_FALSE(escalated.has_take_within());
  EXPECT_TRUE(world_.TimerOf(escalated));
  EXPECT_THAT(world_.JournalOf(7), ElementsAre(Decision::KIND_TURN, Decision::KIND_MISSED, Decision::KIND_ESCALATED));
}

TEST_F(APlanner, EscalatesToTheNextIfTheFirstIsDisabledAndTheQueueHasEnded) {
  Create(SampleDeal());
  world_.End(1);
  OfferAndReclaim(1, 2);
  const auto escalated = world_.OffersOf(7).at(1);
  world_.Do([&](rpc::Session& session) {
    world_.planner.Refuse(session, escalated, {"USER_DISABLED", "away"}, SampleDeal(7, 3));
  });
  EXPECT_EQ(world_.OffersOf(7).at(2).user_id(), 9);
}

TEST_F(APlanner, OffersAnExpiredDealFromItsStagesNewQueue) {
  Create(SampleDeal());
  world_.End(1);
  world_.Insert(SampleQueueOn("new", 2));
  OfferAndReclaim(1, 2);
  const auto offer = world_.OffersOf(7).at(1);
  EXPECT_EQ(offer.queue_id(), 2);
  EXPECT_TRUE(offer.has_take_within());
}

TEST_F(APlanner, EscalatesAnExpiredOfferOnAStageWithoutAQueue) {
  Create(SampleDeal());
  world_.Follow(Change(ResourceChange::KIND_OFFERED, OfferedDeal(1, 2)));
  auto parked = OfferedDeal(1, 3);
  parked.set_stage("no_answer");
  auto nobodys = SampleDeal(7, 4);
  nobodys.set_stage("no_answer");
  world_.Follow(Change(ResourceChange::KIND_MOVED, OfferedDeal(1, 2), parked));
  world_.Follow(Change(ResourceChange::KIND_RECLAIMED, parked, nobodys));
  EXPECT_EQ(world_.OffersOf(7).at(1).user_id(), 8);
}

TEST_F(APlanner, MakesNoNewOffersFromAnEndedQueue) {
  world_.End(1);
  Create(SampleDeal());
  EXPECT_THAT(world_.OffersOf(7), IsEmpty());
}

TEST_F(APlanner, EndsAnOfferWhoseDealHasLeftTheQueue) {
  Create(SampleDeal());
  world_.Follow(Change(ResourceChange::KIND_OFFERED, OfferedDeal(1, 2)));
  auto accepted = OwnedDeal(1, 3);
  accepted.set_stage("accepted");
  world_.Follow(Change(ResourceChange::KIND_MOVED, OfferedDeal(1, 2), accepted));
  EXPECT_EQ(world_.OffersOf(7).at(0).state(), Offer::STATE_TAKEN);
  EXPECT_FALSE(world_.TimerOf(world_.OffersOf(7).at(0)));
}

TEST_F(APlanner, ReturnsTheTurnOfARefusedOffer) {
  Create(SampleDeal());
  const auto offer = world_.OffersOf(7).at(0);
  world_.Do([&](rpc::Session& session) {
    world_.planner.Refuse(session, offer, {"ALREADY_OWNED", "somebody has it"}, OwnedDeal(5, 2));
  });
  EXPECT_EQ(world_.OffersOf(7).at(0).state(), Offer::STATE_REFUSED);
  EXPECT_EQ(world_.Queue().turns().members(0).taken(), 0);
}

TEST_F(APlanner, PlansAgainAtOnceIfARefusedDealIsStillUnowned) {
  Create(SampleDeal());
  const auto offer = world_.OffersOf(7).at(0);
  world_.Do([&](rpc::Session& session) {
    world_.planner.Refuse(session, offer, {"USER_DISABLED", "away"}, SampleDeal());
  });
  const auto offers = world_.OffersOf(7);
  ASSERT_THAT(offers, SizeIs(2));
  EXPECT_EQ(offers[1].user_id(), 2);
}

TEST_F(APlanner, DropsThePlanOfADeletedDeal) {
  Create(SampleDeal());
  const auto offer = world_.OffersOf(7).at(0);
  world_.Do([&](rpc::Session& session) {
    world_.planner.Refuse(session, offer, {"NOT_FOUND", "there is no such deal"}, std::nullopt);
  });
  EXPECT_THAT(world_.OffersOf(7), SizeIs(1));
  EXPECT_FALSE(world_.TimerOf(offer));
}

TEST_F(APlanner, ReportsOnceThatADealWaits) {
  auto paused = SampleQueue();
  paused.set_paused(true);
  world_.Do([&](rpc::Session& session) { Queues(session).Save(paused); });
  Create(SampleDeal());
  world_.Follow(Listed(SampleDeal()));
  EXPECT_THAT(world_.JournalOf(7), ElementsAre(Decision::KIND_WAITING));
  world_.Do([&](rpc::Session& session) { Queues(session).Save(SampleQueue()); });
  world_.Follow(Listed(SampleDeal()));
  EXPECT_THAT(world_.JournalOf(7), ElementsAre(Decision::KIND_WAITING, Decision::KIND_TURN));
}

TEST_F(APlanner, PlansEachDealOnceAndEvenlyWhenRacingWithOthers) {
  constexpr int kDeals = 100;
  constexpr int kPlanners = 4;
  {
    std::vector<std::jthread> planners;
    for (int planner = 0; planner < kPlanners; ++planner) {
      planners.emplace_back([&, planner] {
        storage::Connection db(world_.database);
        for (int i = 0; i < kDeals; ++i) {
          const int64_t deal_id = 1 + (i + planner * 5) % kDeals;
          world_.Do(db, [&](rpc::Session& session) { world_.planner.Follow(session, Listed(SampleDeal(deal_id))); });
        }
      });
    }
  }
  std::map<int64_t, int> offers_to;
  for (int64_t deal_id = 1; deal_id <= kDeals; ++deal_id) {
    ASSERT_THAT(world_.OffersOf(deal_id), SizeIs(1));
    ASSERT_THAT(world_.JournalOf(deal_id), SizeIs(1));
    ++offers_to[world_.OffersOf(deal_id)[0].user_id()];
  }
  EXPECT_THAT(offers_to, ElementsAre(std::pair(1, 34), std::pair(2, 33), std::pair(3, 33)));
}

// As after the restore of a backup of this schema alone.
TEST_F(APlanner, AdoptsAnOfferThatItDoesNotKnow) {
  world_.Follow(Change(crm::v1::ResourceChange::KIND_OFFERED, OfferedDeal(2, 4)));
  ASSERT_EQ(world_.OffersOf(7).size(), 1);
  const auto adopted = world_.OffersOf(7)[0];
  EXPECT_EQ(adopted.user_id(), 2);
  EXPECT_EQ(adopted.state(), v1::Offer::STATE_STANDING);
  EXPECT_EQ(world_.TimerOf(adopted)->due, kNow + kTakeWithin);
  world_.Follow(Change(crm::v1::ResourceChange::KIND_RECLAIMED, SampleDeal(7, 5)));
  ASSERT_EQ(world_.OffersOf(7).size(), 2);
  EXPECT_EQ(world_.OffersOf(7)[0].state(), v1::Offer::STATE_MISSED);
  EXPECT_NE(world_.OffersOf(7)[1].user_id(), 2);
}

TEST_F(APlanner, AdoptsTheOfferForWhichItsOwnIsRefused) {
  world_.Follow(Change(crm::v1::ResourceChange::KIND_CREATED, SampleDeal(7, 1)));
  const auto planned = world_.OffersOf(7).at(0);
  world_.Do([&](rpc::Session& session) {
    world_.planner.Refuse(session, planned, {"STALE_EPOCH", ""}, OfferedDeal(3, 2));
  });
  ASSERT_EQ(world_.OffersOf(7).size(), 2);
  EXPECT_EQ(world_.OffersOf(7)[0].state(), v1::Offer::STATE_REFUSED);
  EXPECT_EQ(world_.OffersOf(7)[1].state(), v1::Offer::STATE_STANDING);
  EXPECT_EQ(world_.OffersOf(7)[1].user_id(), 3);
}

TEST_F(APlanner, AdoptsNoOfferThatIsOver) {
  world_.Follow(Change(crm::v1::ResourceChange::KIND_CREATED, SampleDeal(7, 1)));
  world_.Follow(Change(crm::v1::ResourceChange::KIND_TAKEN, OwnedDeal(1, 3)));
  world_.Follow(Change(crm::v1::ResourceChange::KIND_OFFERED, OfferedDeal(1, 2)));
  EXPECT_EQ(world_.OffersOf(7).size(), 1);
}

}  // namespace
}  // namespace voronka::distribution
