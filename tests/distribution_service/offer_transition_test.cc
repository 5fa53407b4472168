#include "distribution_service/offers/offer_transition.h"

#include <gmock/gmock.h>

#include "tests/distribution_service/samples.h"

namespace voronka::distribution {
namespace {

using crm::v1::Deal;
using crm::v1::ResourceChange;
using v1::Grounds;
using v1::Offer;

// An offer to user 1 that was planned for the deal's epoch 1 and has been standing since epoch 2.
Offer::State StateWhenStanding(const DealChange& change, int64_t now = kNow) {
  return TransitionOf(SampleOffer(Offer::STATE_STANDING, 2), change, now).state;
}

Offer::State StateWhenPlanned(const DealChange& change, int64_t now = kNow) {
  return TransitionOf(SampleOffer(Offer::STATE_PLANNED, 1), change, now).state;
}

Deal ClosedDeal(Deal::State state, int64_t epoch) {
  auto deal = OwnedDeal(1, epoch);
  deal.set_state(state);
  return deal;
}

TEST(APlannedOffer, StandsOnceItIsMade) {
  EXPECT_EQ(StateWhenPlanned(Change(ResourceChange::KIND_OFFERED, SampleDeal(), OfferedDeal(1, 2))),
            Offer::STATE_STANDING);
  EXPECT_EQ(StateWhenPlanned(Change(ResourceChange::KIND_OFFERED, OfferedDeal(1, 2))), Offer::STATE_STANDING)
      << "as the call's answer tells it";
}

TEST(APlannedOffer, IsUnchangedWithoutANewEpoch) {
  EXPECT_EQ(StateWhenPlanned(Change(ResourceChange::KIND_UPDATED, SampleDeal(7, 1))), Offer::STATE_UNSPECIFIED);
}

TEST(APlannedOffer, IsRefusedIfTheDealChangedBefore) {
  EXPECT_EQ(StateWhenPlanned(Change(ResourceChange::KIND_REASSIGNED, SampleDeal(), OwnedDeal(5, 2))),
            Offer::STATE_REFUSED);
  EXPECT_EQ(StateWhenPlanned(Change(ResourceChange::KIND_MOVED, SampleDeal(), SampleDeal(7, 2))), Offer::STATE_REFUSED);
  EXPECT_EQ(StateWhenPlanned(Change(ResourceChange::KIND_OFFERED, SampleDeal(), OfferedDeal(5, 2))),
            Offer::STATE_REFUSED);
}

TEST(APlannedOffer, IsRefusedIfTheUserGetsTheDealByHandBefore) {
  EXPECT_EQ(StateWhenPlanned(Change(ResourceChange::KIND_REASSIGNED, SampleDeal(), OwnedDeal(1, 2))),
            Offer::STATE_REFUSED);
}

TEST(APlannedOffer, WasMadeIfTheChangeShowsItStanding) {
  EXPECT_EQ(StateWhenPlanned(Change(ResourceChange::KIND_TAKEN, OfferedDeal(1, 2), OwnedDeal(1, 3))),
            Offer::STATE_TAKEN);
  EXPECT_EQ(StateWhenPlanned(Change(ResourceChange::KIND_DECLINED, OfferedDeal(1, 2), SampleDeal(7, 3))),
            Offer::STATE_DECLINED);
}

TEST(AnOfferForGood, IsTakenOnceItIsMade) {
  auto offer = SampleOffer(Offer::STATE_PLANNED);
  offer.clear_take_within();
  const auto transition =
      TransitionOf(offer, Change(ResourceChange::KIND_OFFERED, SampleDeal(), OwnedDeal(1, 2)), kNow);
  EXPECT_EQ(transition.state, Offer::STATE_TAKEN);
  EXPECT_EQ(transition.grounds.why(), Grounds::WHY_GIVEN_FOR_GOOD);
}

TEST(AStandingOffer, IsUnchangedByKnownChanges) {
  EXPECT_EQ(StateWhenStanding(Change(ResourceChange::KIND_OFFERED, SampleDeal(), OfferedDeal(1, 2))),
            Offer::STATE_UNSPECIFIED);
  EXPECT_EQ(StateWhenStanding(Change(ResourceChange::KIND_DECLINED, SampleDeal(7, 1))), Offer::STATE_UNSPECIFIED)
      << "of an attempt before";
}

TEST(AStandingOffer, IsTakenByTheOfferee) {
  EXPECT_EQ(StateWhenStanding(Change(ResourceChange::KIND_TAKEN, OfferedDeal(1, 2), OwnedDeal(1, 3))),
            Offer::STATE_TAKEN);
}

TEST(AStandingOffer, IsTakenByAMove) {
  auto moved = Change(ResourceChange::KIND_MOVED, OfferedDeal(1, 2), OwnedDeal(1, 3));
  moved.after.set_stage("accepted");
  const auto grounds = TransitionOf(SampleOffer(Offer::STATE_STANDING, 2), moved, kNow).grounds;
  EXPECT_EQ(grounds.why(), Grounds::WHY_MOVED);
  EXPECT_EQ(grounds.pipeline(), "sales");
  EXPECT_EQ(grounds.stage(), "accepted");
  EXPECT_EQ(StateWhenStanding(moved), Offer::STATE_TAKEN);
}

TEST(AStandingOffer, IsTakenByTheOffereesMoveToTheWonStage) {
  EXPECT_EQ(StateWhenStanding(Change(ResourceChange::KIND_MOVED, OfferedDeal(1, 2), ClosedDeal(Deal::STATE_WON, 3))),
            Offer::STATE_TAKEN);
}

TEST(AStandingOffer, StillStandsIfSomebodyElseMovesTheDeal) {
  EXPECT_EQ(StateWhenStanding(Change(ResourceChange::KIND_MOVED, OfferedDeal(1, 2), OfferedDeal(1, 3))),
            Offer::STATE_STANDING);
}

TEST(AStandingOffer, IsDeclinedWithTheReason) {
  auto declined = Change(ResourceChange::KIND_DECLINED, OfferedDeal(1, 2), SampleDeal(7, 3));
  declined.reason = "на больничном";
  const auto transition = TransitionOf(SampleOffer(Offer::STATE_STANDING, 2), declined, kNow);
  EXPECT_EQ(transition.state, Offer::STATE_DECLINED);
  EXPECT_EQ(transition.grounds.reason(), "на больничном");
}

TEST(AStandingOffer, IsMissedWhenItIsReclaimed) {
  EXPECT_EQ(StateWhenStanding(Change(ResourceChange::KIND_RECLAIMED, OfferedDeal(1, 2), SampleDeal(7, 3))),
            Offer::STATE_MISSED);
}

TEST(AStandingOffer, IsWithdrawnWithoutAMiss) {
  EXPECT_EQ(StateWhenStanding(Change(ResourceChange::KIND_REASSIGNED, OfferedDeal(1, 2), OwnedDeal(5, 3))),
            Offer::STATE_WITHDRAWN);
  EXPECT_EQ(StateWhenStanding(Change(ResourceChange::KIND_MOVED, OfferedDeal(1, 2), ClosedDeal(Deal::STATE_LOST, 3))),
            Offer::STATE_WITHDRAWN);
  EXPECT_EQ(StateWhenStanding(Change(ResourceChange::KIND_MOVED, OwnedDeal(1, 2), ClosedDeal(Deal::STATE_WON, 3))),
            Offer::STATE_WITHDRAWN)
      << "it was not on offer any more";
}

TEST(AStandingOffer, SaysWhyItWasWithdrawn) {
  const auto grounds = [](const DealChange& change) {
    return TransitionOf(SampleOffer(Offer::STATE_STANDING, 2), change, kNow).grounds;
  };
  const auto by_hand = grounds(Change(ResourceChange::KIND_REASSIGNED, OfferedDeal(1, 2), OwnedDeal(5, 3)));
  EXPECT_EQ(by_hand.why(), Grounds::WHY_ASSIGNED_BY_HAND);
  EXPECT_EQ(by_hand.user_id(), 5);
  auto lost = ClosedDeal(Deal::STATE_LOST, 3);
  lost.set_loss_reason("spam");
  EXPECT_EQ(grounds(Change(ResourceChange::KIND_MOVED, OfferedDeal(1, 2), lost)).loss_reason(), "spam");
}

class AListedDeal : public ::testing::Test {
 protected:
  static DealChange ListedAt(Deal deal, int64_t update_time) {
    *deal.mutable_update_time() = Instant(update_time);
    return Listed(deal);
  }

  static constexpr int64_t kDeadline = kNow + kTakeWithin;
  static constexpr int64_t kLater = kDeadline + kMinute;
};

TEST_F(AListedDeal, SaysNothingWhileEventsMayBePending) {
  EXPECT_EQ(StateWhenStanding(ListedAt(SampleDeal(7, 3), kLater - 9'000'000), kLater), Offer::STATE_UNSPECIFIED);
}

TEST_F(AListedDeal, ShowsThatTheOfferWasMade) {
  EXPECT_EQ(StateWhenPlanned(ListedAt(OfferedDeal(1, 2), kNow), kLater), Offer::STATE_STANDING);
}

TEST_F(AListedDeal, ShowsThatTheOfferWasTaken) {
  EXPECT_EQ(StateWhenStanding(ListedAt(OwnedDeal(1, 3), kNow), kLater), Offer::STATE_TAKEN);
}

TEST_F(AListedDeal, ShowsByItsTimeWhetherTheOfferWasMissed) {
  EXPECT_EQ(StateWhenStanding(ListedAt(SampleDeal(7, 3), kDeadline), kLater), Offer::STATE_MISSED);
  EXPECT_EQ(StateWhenStanding(ListedAt(SampleDeal(7, 3), kDeadline - 1), kLater), Offer::STATE_DECLINED);
}

TEST_F(AListedDeal, ShowsThatSomebodyElseOwnsTheDeal) {
  EXPECT_EQ(StateWhenStanding(ListedAt(OwnedDeal(5, 3), kNow), kLater), Offer::STATE_WITHDRAWN);
}

TEST_F(AListedDeal, RefusesAPlanThatWasNeverCarriedOut) {
  EXPECT_EQ(StateWhenPlanned(ListedAt(SampleDeal(7, 2), kNow), kLater), Offer::STATE_REFUSED);
}

}  // namespace
}  // namespace voronka::distribution
