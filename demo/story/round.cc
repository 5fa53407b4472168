#include "demo/story/round.h"

#include <fmt/format.h>

#include <set>
#include <vector>

#include "demo/story/expectation.h"
#include "demo/story/timeline.h"

namespace voronka::demo {
namespace {

using crm::v1::TimelineEntry;
using Entries = std::vector<TimelineEntry>;

// Without the final assignment, which is not an offer.
Entries OffersOf(client::Client& reader, int64_t deal_id) {
  Entries offers = Timeline(reader, deal_id, TimelineEntry::KIND_OFFERED);
  std::erase_if(offers, [](const TimelineEntry& entry) { return !entry.has_deadline(); });
  return offers;
}

bool ToDifferentManagers(const Entries& offers) {
  std::set<int64_t> users;
  for (const TimelineEntry& offer : offers) users.insert(offer.user_id());
  return users.size() == offers.size();
}

std::chrono::microseconds Lateness(const TimelineEntry& offer, const TimelineEntry& reclaim) {
  return MomentOf(reclaim.create_time()) - MomentOf(offer.deadline());
}

void CheckReclaim(const TimelineEntry& offer, const TimelineEntry& reclaim) {
  Expect(reclaim.user_id() == offer.user_id(),
         {"не взята тем, кому была предложена", "taken back from whom it was offered to"}, OneLine(reclaim),
         LookAtDeal(reclaim.deal_id()));
  Expect(Lateness(offer, reclaim) >= std::chrono::microseconds::zero(),
         {"передана дальше не раньше срока", "taken back not before the deadline"}, OneLine(reclaim),
         LookAtDeal(reclaim.deal_id()));
}

}  // namespace

std::chrono::microseconds CheckRound(const Scene& scene, int64_t deal_id, RoundSize expected) {
  const Entries offers = OffersOf(scene.cast.site(), deal_id);
  const Entries reclaims = Timeline(scene.cast.site(), deal_id, TimelineEntry::KIND_OFFER_RECLAIMED);
  Expect(offers.size() == expected.offers && reclaims.size() == expected.reclaims && ToDifferentManagers(offers),
         {"в ленте сделки столько предложений и невзятых вовремя, сколько было, каждое другому менеджеру",
          "the timeline has as many offers and reclaims as there were, each offer to another manager"},
         fmt::format("{} + {}", offers.size(), reclaims.size()), LookAtDeal(deal_id));
  for (std::size_t i = 0; i < reclaims.size(); ++i) CheckReclaim(offers[i], reclaims[i]);
  return Lateness(offers[0], reclaims[0]);
}

}  // namespace voronka::demo
