#include <algorithm>
#include <string>

#include "demo/life/living_deal.h"
#include "voronka/crm/v1/deal.pb.h"

// A deal that is about another: what a client complains of.
namespace voronka::demo {
namespace {

using crm::v1::Deal;
using crm::v1::Pipeline;
using crm::v1::Stage;

bool IsForSales(const Pipeline& pipeline) {
  return pipeline.purpose() == Pipeline::PURPOSE_SALES || pipeline.purpose() == Pipeline::PURPOSE_UNSPECIFIED;
}

// Null: the account has none.
const Pipeline* ClaimsOf(const Pipelines& pipelines) {
  const auto found = std::ranges::find(pipelines, Pipeline::PURPOSE_CLAIMS, &Pipeline::purpose);
  return found == pipelines.end() ? nullptr : &*found;
}

// What a screen asks for when a claim is made.
void FillQuickAdd(LivingDeal& deal, const Pipeline& claims, Deal& draft) {
  for (const std::string& name : claims.quick_add_fields()) {
    const auto place = FieldPlace::Parse(name);
    if (place.entity != crm::v1::ENTITY_DEAL) continue;
    const auto& field = deal.office.field(place);
    if (field.system()) continue;
    (*draft.mutable_fields())[field.key()] = InventedValue(field, deal.circumstances, deal.chance);
  }
}

}  // namespace

bool ComplainAbout(LivingDeal& deal) {
  const Pipeline* claims = ClaimsOf(deal.office.pipelines());
  const bool was_sold = deal.plan.stage().kind() == Stage::KIND_WON && IsForSales(*deal.plan.pipeline);
  if (claims == nullptr || !was_sold) return false;
  crm::v1::CreateLinkedDealRequest request;
  request.set_deal_id(deal.deal_id);
  Deal& draft = *request.mutable_deal();
  draft.set_name(std::string(deal.chance.OneOf(TradeOf(deal.office.solution(), claims->key()).deals)));
  draft.set_pipeline(claims->key());
  FillQuickAdd(deal, *claims, draft);
  deal.manager().Call<Deal>(request);
  return true;
}

}  // namespace voronka::demo
