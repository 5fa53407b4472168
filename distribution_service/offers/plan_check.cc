#include "distribution_service/offers/plan_check.h"

#include <algorithm>
#include <map>
#include <set>

#include "distribution_service/offers/deal_plan.h"
#include "distribution_service/offers/journal.h"
#include "distribution_service/offers/offers.h"

namespace voronka::distribution {
namespace {

using crm::v1::Deal;
using v1::Decision;
using v1::OfferRow;
using v1::QueueRow;

enum class Step { kInStep, kWaits, kOut };

std::vector<int64_t> IdsOf(const std::vector<Deal>& deals) {
  std::vector<int64_t> ids;
  for (const auto& deal : deals) ids.push_back(deal.id());
  return ids;
}

std::map<int64_t, std::vector<OfferRow>> ByDeal(std::vector<OfferRow> offers) {
  std::map<int64_t, std::vector<OfferRow>> by_deal;
  for (auto& offer : offers) by_deal[offer.deal_id()].push_back(std::move(offer));
  return by_deal;
}

// A copy of the queue: the turns that it takes here are nobody's.
Step StepOf(QueueRow queue, const Deal& deal, std::vector<OfferRow> offers, int64_t now) {
  DealPlan plan(std::move(offers), now);
  plan.Follow({.after = deal});
  if (plan.NeedsOffer(deal)) plan.Offer(queue, deal);
  if (plan.HasLostOffer(deal)) return Step::kOut;
  if (plan.changed() != nullptr || plan.planned() != nullptr) return Step::kOut;
  return plan.decisions().empty() ? Step::kInStep : Step::kWaits;
}

}  // namespace

std::vector<Deal> OutOfStep(rpc::Session& session, const QueueRow& queue, const std::vector<Deal>& deals) {
  auto offers = ByDeal(Offers(session).OfDeals(IdsOf(deals)));
  std::vector<Deal> out;
  std::vector<Deal> waiting;
  for (const auto& deal : deals) {
    const Step step = StepOf(queue, deal, std::move(offers[deal.id()]), session.Now());
    if (step == Step::kOut) out.push_back(deal);
    if (step == Step::kWaits) waiting.push_back(deal);
  }
  // The journal says once that a deal waits.
  const auto written = Journal(session).WaitingAmong(IdsOf(waiting));
  std::ranges::copy_if(waiting, std::back_inserter(out),
                       [&](const Deal& deal) { return !written.contains(deal.id()); });
  return out;
}

}  // namespace voronka::distribution
