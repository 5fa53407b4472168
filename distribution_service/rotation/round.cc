#include "distribution_service/rotation/round.h"

namespace voronka::distribution {
namespace {

using v1::Offer;
using v1::OfferRow;

bool LeavesRoundOpen(const OfferRow& offer) {
  return offer.state() == Offer::STATE_MISSED || offer.state() == Offer::STATE_DECLINED ||
         offer.state() == Offer::STATE_REFUSED;
}

}  // namespace

Round RoundOf(const std::vector<OfferRow>& offers, int64_t queue_id) {
  if (offers.empty()) return {};
  const auto& last = offers.back();
  if (!LeavesRoundOpen(last) || last.queue_id() != queue_id) return {.number = last.round() + 1};
  Round round{.number = last.round()};
  for (const auto& offer : offers) {
    if (offer.round() != round.number) continue;
    if (offer.user_disabled()) round.disabled.insert(offer.user_id());
    if (offer.state() != Offer::STATE_REFUSED) round.answered.insert(offer.user_id());
  }
  return round;
}

}  // namespace voronka::distribution
