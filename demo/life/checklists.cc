#include <set>
#include <string>
#include <vector>

#include "demo/life/living_deal.h"
#include "demo/moves/checklist_item.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::demo {
namespace {

// Keys of the items of the deal's stage that are of this deal and not ticked yet, in order: what the rules say about
// them.
std::vector<std::string> ItemsLeft(LivingDeal& deal) {
  crm::v1::CanMoveRequest request;
  request.set_deal_id(deal.deal_id);
  const auto answer = deal.manager().Call<crm::v1::CanMoveResponse>(request);
  std::set<std::string> asked;
  for (const auto& verdict : answer.verdicts()) {
    for (const auto& violation : verdict.violations()) asked.insert(ItemOf(violation.field()));
  }
  std::vector<std::string> left;
  for (const auto& item : deal.stage->checklist()) {
    if (asked.contains(item.key())) left.push_back(item.key());
  }
  return left;
}

}  // namespace

void Tick(LivingDeal& deal, const std::string& item) {
  crm::v1::TickChecklistItemRequest request;
  request.set_deal_id(deal.deal_id);
  request.set_item(item);
  deal.manager().Call<crm::v1::Deal>(request);
}

void TickHalf(LivingDeal& deal) {
  if (deal.stage->checklist().empty()) return;
  const auto items = ItemsLeft(deal);
  for (std::size_t i = 0; i < items.size() / 2; ++i) Tick(deal, items[i]);
}

}  // namespace voronka::demo
