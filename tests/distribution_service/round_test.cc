#include "distribution_service/rotation/round.h"

#include <gmock/gmock.h>

#include "tests/distribution_service/samples.h"

namespace voronka::distribution {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using v1::Offer;

TEST(Rounds, StartAtOne) {
  const Round round = RoundOf({}, 1);
  EXPECT_EQ(round.number, 1);
  EXPECT_THAT(round.PassedOver(), IsEmpty());
}

TEST(Rounds, SkipWhoeverMissedOrDeclined) {
  const Round round = RoundOf({OfferTo(1, 1, Offer::STATE_MISSED), OfferTo(2, 2, Offer::STATE_DECLINED)}, 1);
  EXPECT_EQ(round.number, 1);
  EXPECT_THAT(round.answered, ElementsAre(1, 2));
}

TEST(Rounds, DoNotSkipWhoeverWasNeverAsked) {
  const Round round = RoundOf({OfferTo(1, 1, Offer::STATE_MISSED), OfferTo(2, 2, Offer::STATE_REFUSED)}, 1);
  EXPECT_THAT(round.PassedOver(), ElementsAre(1));
}

TEST(Rounds, SkipDisabledUsers) {
  auto refused = OfferTo(2, 1, Offer::STATE_REFUSED);
  refused.set_user_disabled(true);
  const Round round = RoundOf({refused}, 1);
  EXPECT_THAT(round.disabled, ElementsAre(2));
  EXPECT_THAT(round.answered, IsEmpty());
}

TEST(Rounds, EndWhenTheDealIsTakenOrWithdrawn) {
  for (const auto end : {Offer::STATE_TAKEN, Offer::STATE_WITHDRAWN}) {
    const Round round = RoundOf({OfferTo(1, 1, Offer::STATE_MISSED), OfferTo(2, 2, end)}, 1);
    EXPECT_EQ(round.number, 2);
    EXPECT_THAT(round.PassedOver(), IsEmpty());
  }
}

TEST(Rounds, EndWhenTheDealChangesItsQueue) {
  const Round round = RoundOf({OfferTo(1, 1, Offer::STATE_MISSED)}, 2);
  EXPECT_EQ(round.number, 2);
  EXPECT_THAT(round.PassedOver(), IsEmpty());
}

TEST(Rounds, ConsiderOnlyTheirOwnOffers) {
  const Round round = RoundOf({OfferTo(1, 1, Offer::STATE_TAKEN), OfferTo(2, 2, Offer::STATE_MISSED, 2)}, 1);
  EXPECT_EQ(round.number, 2);
  EXPECT_THAT(round.PassedOver(), ElementsAre(2));
}

}  // namespace
}  // namespace voronka::distribution
