#include "crm_service/sales/filters/deals_on_board.h"

#include <vector>

#include "crm_service/sales/filters/deal_table.h"

namespace voronka::crm {
namespace {

std::vector<v1::FieldValue> OneChoice(const std::string& key) {
  std::vector<v1::FieldValue> values(1);
  values.front().set_choice(key);
  return values;
}

}  // namespace

FilterPlan PlanOnBoard(rpc::Session& session, const v1::Condition& filter, const std::string& pipeline) {
  FilterPlan plan(session, DealTable(), &filter, "id desc");
  plan.Require("deal.pipeline", OneChoice(pipeline));
  return plan;
}

FilterPlan OnStage(FilterPlan plan, const std::string& stage) {
  plan.Require("deal.stage", OneChoice(stage));
  return plan;
}

}  // namespace voronka::crm
