#include "distribution_service/offers/deal_plan.h"

#include <gmock/gmock.h>

#include "distribution_service/rotation/grounds.h"
#include "tests/distribution_service/samples.h"

namespace voronka::distribution {
namespace {

using crm::v1::Deal;
using crm::v1::ResourceChange;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using v1::Decision;
using v1::Offer;

DealPlan PlanWith(v1::OfferRow offer) { return DealPlan({std::move(offer)}, kNow); }

std::vector<Decision::Kind> Kinds(const DealPlan& plan) {
  std::vector<Decision::Kind> kinds;
  for (const auto& decision : plan.decisions()) kinds.push_back(decision.kind());
  return kinds;
}

TEST(ADealPlan, NeedsAnOfferForAnUnownedDeal) { EXPECT_TRUE(DealPlan({}, kNow).NeedsOffer(SampleDeal())); }

TEST(ADealPlan, NeedsNoOfferForAnOwnedOrClosedDeal) {
  auto lost = SampleDeal();
  lost.set_state(Deal::STATE_LOST);
  EXPECT_FALSE(DealPlan({}, kNow).NeedsOffer(OwnedDeal(1, 1)));
  EXPECT_FALSE(DealPlan({}, kNow).NeedsOffer(lost));
}

TEST(ADealPlan, NeedsNoSecondOfferWhileOneIsOpen) {
  EXPECT_FALSE(PlanWith(SampleOffer(Offer::STATE_PLANNED, 1)).NeedsOffer(SampleDeal(7, 5)));
  EXPECT_FALSE(PlanWith(SampleOffer(Offer::STATE_STANDING, 1)).NeedsOffer(SampleDeal(7, 5)));
}

TEST(ADealPlan, NeedsNoOfferForAStaleDeal) {
  const auto taken = SampleOffer(Offer::STATE_TAKEN, 3);
  EXPECT_FALSE(PlanWith(taken).NeedsOffer(SampleDeal(7, 2)));
  EXPECT_TRUE(PlanWith(taken).NeedsOffer(SampleDeal(7, 4)));
}

TEST(ADealPlan, NeedsAnOfferForAWaitingDeal) {
  EXPECT_TRUE(PlanWith(SampleOffer(Offer::STATE_MISSED, 3)).NeedsOffer(SampleDeal(7, 3)));
}

TEST(ADealPlan, OffersToTheNextInTurnAndSaysWhy) {
  auto queue = SampleQueue();
  DealPlan plan({}, kNow);
  plan.Offer(queue, SampleDeal());
  ASSERT_NE(plan.planned(), nullptr);
  EXPECT_EQ(plan.planned()->attempt(), 1);
  EXPECT_EQ(plan.planned()->user_id(), 1);
  EXPECT_EQ(plan.planned()->state(), Offer::STATE_PLANNED);
  EXPECT_FALSE(plan.planned()->has_deadline()) << "it is fixed when the offer is made";
  EXPECT_EQ(queue.turns().last_user_id(), 1);
  EXPECT_THAT(Kinds(plan), ElementsAre(Decision::KIND_TURN));
}

TEST(ADealPlan, GivesAKnownClientsDealWithoutUsingATurn) {
  auto queue = SampleQueue();
  auto deal = SampleDeal();
  deal.set_client_manager_user_id(2);
  DealPlan plan({}, kNow);
  plan.Offer(queue, deal);
  EXPECT_EQ(plan.planned()->user_id(), 2);
  EXPECT_FALSE(plan.planned()->costs_turn());
  EXPECT_EQ(queue.turns().last_user_id(), 0);
}

TEST(ADealPlan, EscalatesWithoutADeadline) {
  auto queue = SampleQueue({1});
  auto plan = PlanWith(SampleOffer(Offer::STATE_MISSED, 3));
  plan.Offer(queue, SampleDeal(7, 3));
  EXPECT_EQ(plan.planned()->user_id(), 8);
  EXPECT_FALSE(plan.planned()->has_take_within());
}

TEST(ADealPlan, RecordsThatADealWaitsAndPlansNothing) {
  auto queue = SampleQueue();
  queue.set_paused(true);
  DealPlan plan({}, kNow);
  plan.Offer(queue, SampleDeal());
  EXPECT_EQ(plan.planned(), nullptr);
  EXPECT_THAT(plan.offers(), IsEmpty());
  EXPECT_THAT(Kinds(plan), ElementsAre(Decision::KIND_WAITING));
}

TEST(ADealPlan, ConfirmsAnOfferWithTheDealsEpochAndDeadline) {
  auto plan = PlanWith(SampleOffer(Offer::STATE_PLANNED, 1));
  plan.Follow(Change(ResourceChange::KIND_OFFERED, OfferedDeal(1, 2)));
  EXPECT_EQ(plan.changed()->state(), Offer::STATE_STANDING);
  EXPECT_EQ(plan.changed()->deal_epoch(), 2);
  EXPECT_EQ(plan.changed()->deadline(), Instant(kNow + kTakeWithin));
  EXPECT_THAT(plan.decisions(), IsEmpty());
}

TEST(ADealPlan, EndsAnOfferOnceAndOffersToTheNext) {
  const auto reclaimed = Change(ResourceChange::KIND_RECLAIMED, OfferedDeal(1, 2), SampleDeal(7, 3));
  auto queue = SampleQueue();
  TakeTurn(*queue.mutable_turns(), 1);
  auto plan = PlanWith(SampleOffer(Offer::STATE_STANDING, 2));
  plan.Follow(reclaimed);
  EXPECT_EQ(plan.changed()->state(), Offer::STATE_MISSED);
  EXPECT_TRUE(plan.changed()->has_end_time());
  ASSERT_TRUE(plan.NeedsOffer(reclaimed.after));
  plan.Offer(queue, reclaimed.after);
  EXPECT_EQ(plan.planned()->user_id(), 2);
  EXPECT_THAT(Kinds(plan), ElementsAre(Decision::KIND_MISSED, Decision::KIND_TURN));

  DealPlan again(plan.offers(), kNow);
  again.Follow(reclaimed);
  EXPECT_EQ(again.changed(), nullptr);
  EXPECT_FALSE(again.NeedsOffer(reclaimed.after));
}

TEST(ADealPlan, ReturnsTheTurnOfARefusedOffer) {
  auto plan = PlanWith(SampleOffer(Offer::STATE_PLANNED));
  plan.Refuse(1, {"STALE_EPOCH", "the deal has changed"}, 4);
  EXPECT_EQ(plan.changed()->state(), Offer::STATE_REFUSED);
  EXPECT_EQ(plan.changed()->deal_epoch(), 4);
  EXPECT_EQ(plan.turn_given_back(), plan.changed());
  EXPECT_EQ(plan.decisions().at(0).grounds().refusal(), "STALE_EPOCH");
}

TEST(ADealPlan, ReturnsNoTurnThatWasNotUsed) {
  auto offer = SampleOffer(Offer::STATE_PLANNED);
  offer.set_costs_turn(false);
  auto plan = PlanWith(offer);
  plan.Refuse(1, {"STALE_EPOCH", ""}, 4);
  EXPECT_EQ(plan.turn_given_back(), nullptr);
}

TEST(ADealPlan, ReturnsNoTurnOfAnOfferThatStood) {
  auto plan = PlanWith(SampleOffer(Offer::STATE_STANDING, 2));
  plan.Follow(Change(ResourceChange::KIND_REASSIGNED, OfferedDeal(1, 2), OwnedDeal(5, 3)));
  EXPECT_EQ(plan.turn_given_back(), nullptr);
}

TEST(ADealPlan, SkipsAUserWhoIsNotActiveWithoutReturningTheirTurn) {
  for (const char* reason : {"USER_DISABLED", "USER_INVITED"}) {
    auto queue = SampleQueue();
    TakeTurn(*queue.mutable_turns(), 1);
    auto plan = PlanWith(SampleOffer(Offer::STATE_PLANNED));
    plan.Refuse(1, {reason, ""}, 1);
    EXPECT_EQ(plan.turn_given_back(), nullptr) << reason;
    plan.Offer(queue, SampleDeal());
    EXPECT_EQ(plan.planned()->user_id(), 2) << reason;
    EXPECT_EQ(plan.planned()->round(), 1) << reason;
  }
}

TEST(ADealPlan, IgnoresARefusalOfAnOfferThatIsNoLongerPlanned) {
  auto stands = PlanWith(SampleOffer(Offer::STATE_STANDING, 2));
  stands.Refuse(1, {"ALREADY_OWNED", ""}, 2);
  EXPECT_EQ(stands.changed(), nullptr);
  auto another = PlanWith(OfferTo(2, 2, Offer::STATE_PLANNED));
  another.Refuse(1, {"ALREADY_OWNED", ""}, 2);
  EXPECT_EQ(another.changed(), nullptr);
}

TEST(ADealPlan, WithdrawsTheOfferOfADeletedDeal) {
  auto plan = PlanWith(SampleOffer(Offer::STATE_STANDING, 2));
  plan.Withdraw(Because(v1::Grounds::WHY_DEAL_MISSING));
  EXPECT_EQ(plan.changed()->state(), Offer::STATE_WITHDRAWN);
  EXPECT_THAT(Kinds(plan), ElementsAre(Decision::KIND_WITHDRAWN));
  EXPECT_EQ(plan.decisions().at(0).grounds().why(), v1::Grounds::WHY_DEAL_MISSING);
}

}  // namespace
}  // namespace voronka::distribution
