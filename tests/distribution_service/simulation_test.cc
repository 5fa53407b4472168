#include "tests/distribution_service/simulation.h"

#include <gmock/gmock.h>

namespace voronka::distribution {
namespace {

using v1::Decision;
using v1::Offer;
using v1::OfferRow;

constexpr int kSteps = 3'000;
constexpr Habits kEverything = {.inquiries = 150,
                                .known_clients = 200,
                                .takes = 150,
                                .declines = 60,
                                .reassignments = 20,
                                .returns = 20,
                                .touches = 20,
                                .losses = 10,
                                .disabled_users = 10,
                                .lost_answers = 200,
                                .listings = 50};

const Users kMembers = {1, 2, 3, 4, 5};

class Distribution : public ::testing::TestWithParam<uint64_t> {
 protected:
  static Simulation Run(const Habits& habits) {
    Simulation simulation(GetParam(), habits);
    for (int step = 0; step < kSteps; ++step) simulation.Step();
    return simulation;
  }
};

bool WasAsked(const OfferRow& offer) { return offer.state() != Offer::STATE_REFUSED; }

int CountOpen(const std::vector<OfferRow>& offers) {
  return static_cast<int>(std::count_if(offers.begin(), offers.end(), IsOpen));
}

bool Waits(const std::vector<Decision>& decisions) {
  return !decisions.empty() && decisions.back().kind() == Decision::KIND_WAITING;
}

// Number of turns of each member that led to an offer.
std::map<int64_t, int> TurnsHad(Simulation& simulation) {
  std::map<int64_t, int> turns;
  for (const auto& member : simulation.queue().turns().members()) turns[member.user_id()] = 0;
  for (const auto& [id, deal] : simulation.crm().deals) {
    for (const auto& offer : simulation.OffersOf(id)) {
      if (offer.costs_turn() && WasAsked(offer)) ++turns[offer.user_id()];
    }
  }
  return turns;
}

int Spread(const std::map<int64_t, int>& turns) {
  const auto [fewest, most] =
      std::minmax_element(turns.begin(), turns.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most->second - fewest->second;
}

TEST_P(Distribution, LeavesNoUnownedDealBehind) {
  auto simulation = Run(kEverything);
  simulation.Settle();
  for (const auto& [id, deal] : simulation.crm().deals) {
    const auto& offers = simulation.OffersOf(id);
    ASSERT_LE(CountOpen(offers), 1);
    if (!IsUnowned(deal)) continue;
    ASSERT_TRUE(CountOpen(offers) == 1 || Waits(simulation.DecisionsOf(id))) << "deal " << id;
  }
}

TEST_P(Distribution, KnowsEveryStandingOfferAndItsDeadline) {
  auto simulation = Run(kEverything);
  simulation.Settle();
  for (const auto& [id, deal] : simulation.crm().deals) {
    const auto& offers = simulation.OffersOf(id);
    ASSERT_EQ(deal.has_offer_deadline(), CountOpen(offers) == 1) << "deal " << id;
    if (!deal.has_offer_deadline()) continue;
    ASSERT_EQ(offers.back().state(), Offer::STATE_STANDING);
    ASSERT_EQ(offers.back().user_id(), deal.responsible_user_id());
    ASSERT_EQ(offers.back().deal_epoch(), deal.epoch());
    ASSERT_EQ(offers.back().deadline(), deal.offer_deadline());
    ASSERT_TRUE(simulation.HasTimer(offers.back()));
  }
}

TEST_P(Distribution, AsksNobodyTwiceInARound) {
  auto simulation = Run(kEverything);
  for (const auto& [id, deal] : simulation.crm().deals) {
    std::set<std::pair<int, int64_t>> asked;
    for (const auto& offer : simulation.OffersOf(id)) {
      if (!WasAsked(offer)) continue;
      ASSERT_TRUE(asked.emplace(offer.round(), offer.user_id()).second) << "deal " << id;
    }
  }
}

TEST_P(Distribution, NumbersTheAttemptsWithoutGaps) {
  auto simulation = Run(kEverything);
  for (const auto& [id, deal] : simulation.crm().deals) {
    int attempt = 0;
    for (const auto& offer : simulation.OffersOf(id)) ASSERT_EQ(offer.attempt(), ++attempt);
  }
}

TEST_P(Distribution, EscalatesOnlyAfterEveryMemberMissedItOrIsDisabled) {
  auto simulation = Run(kEverything);
  for (const auto& [id, deal] : simulation.crm().deals) {
    std::map<int, Users> passed_over;
    for (const auto& offer : simulation.OffersOf(id)) {
      auto& round = passed_over[offer.round()];
      if (!offer.has_take_within()) {
        ASSERT_TRUE(std::includes(round.begin(), round.end(), kMembers.begin(), kMembers.end())) << "deal " << id;
      }
      if (WasAsked(offer) || offer.user_disabled()) round.insert(offer.user_id());
    }
  }
}

TEST_P(Distribution, EndsWithTheHeadOfSalesWhenNobodyTakesAnything) {
  auto simulation = Run({});
  simulation.RunOut();
  ASSERT_FALSE(simulation.crm().deals.empty());
  for (const auto& [id, deal] : simulation.crm().deals) {
    ASSERT_EQ(deal.responsible_user_id(), 8);
    ASSERT_EQ(simulation.OffersOf(id).size(), 6U) << "five members and the head of sales";
    ASSERT_EQ(simulation.OffersOf(id).back().state(), Offer::STATE_TAKEN);
  }
}

TEST_P(Distribution, IsEvenWithoutMissesDespiteRefusalsAndFreeOffers) {
  Simulation simulation(GetParam(), {.known_clients = 300, .reassignments = 100, .lost_answers = 200});
  for (int round = 0; round < 100; ++round) {
    for (int step = 0; step < 10; ++step) simulation.Step();
    simulation.crm().now = kNow;
  }
  simulation.Settle();
  simulation.Intake(100);
  simulation.Settle();
  EXPECT_LE(Spread(TurnsHad(simulation)), 1);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Distribution, ::testing::Range<uint64_t>(1, 11));

}  // namespace
}  // namespace voronka::distribution
