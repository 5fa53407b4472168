#include "crm_service/work/leads/conversion_target.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/sales/deals/deal_references.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/purposes.h"
#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

using rpc::Session;
using rpc::Violations;
using v1::Pipeline;

namespace {

bool SellsNow(const Pipeline& pipeline) { return IsForSales(pipeline) && !IsArchived(pipeline); }

// Empty: the account sells nothing.
std::string UsualTarget(const std::vector<Pipeline>& all) {
  const auto is_default = [](const Pipeline& pipeline) {
    return pipeline.default_for_inquiries() && SellsNow(pipeline);
  };
  auto found = std::ranges::find_if(all, is_default);
  if (found == all.end()) found = std::ranges::find_if(all, SellsNow);
  return found == all.end() ? "" : found->key();
}

bool IsOfPipeline(const v1::Field& field, const Pipeline& pipeline) {
  return field.pipelines().empty() || std::ranges::find(field.pipelines(), pipeline.key()) != field.pipelines().end();
}

}  // namespace

Pipeline ConversionTarget(Session& session, const std::string& named, const std::string& stage) {
  Pipelines pipelines(session);
  const auto key = named.empty() ? UsualTarget(pipelines.All()) : named;
  Violations refused;
  refused.AddUnless(!key.empty(), "NO_PIPELINE", "pipeline",
                    {"The account has no pipeline for sales.", "В аккаунте нет воронки продаж."});
  refused.ThrowIfAny(rpc::Code::kFailedPrecondition);
  auto target = pipelines.FindForWrite(key);
  Violations wrong;
  const auto* first = RequireStage(stage, target ? &*target : nullptr, "", wrong);
  wrong.AddUnless(!target || !IsArchived(*target), "PIPELINE_ARCHIVED", "pipeline",
                  {"The pipeline is archived.", "Воронка в архиве."});
  wrong.AddUnless(first == nullptr || !IsClosing(*first), "NOT_OPEN", "stage",
                  {"A deal must start on an open stage.", "Сделка начинается с открытого этапа."});
  wrong.ThrowIfAny();
  refused.AddUnless(IsForSales(*target), "NOT_FOR_SALES", "pipeline",
                    {"Leads become deals in a pipeline for sales.", "Лиды становятся сделками в воронке продаж."});
  refused.ThrowIfAny(rpc::Code::kFailedPrecondition);
  return *std::move(target);
}

v1::Deal DealOfLead(Session& session, const v1::Deal& lead, const Pipeline& target, const std::string& stage) {
  v1::Deal deal;
  deal.set_name(lead.name());
  deal.set_pipeline(target.key());
  deal.set_stage(stage.empty() ? FirstOpenStage(target).key() : stage);
  deal.set_contact_id(lead.contact_id());
  deal.set_company_id(lead.company_id());
  if (lead.has_amount()) *deal.mutable_amount() = lead.amount();
  deal.set_amount_confirmed(lead.amount_confirmed());
  if (lead.has_deadline()) *deal.mutable_deadline() = lead.deadline();
  const auto field_set = FieldSets(session).GetForWrite(v1::ENTITY_DEAL);
  for (const auto& field : field_set.fields()) {
    const auto value = lead.fields().find(field.key());
    if (value == lead.fields().end() || field.unique() || !IsOfPipeline(field, target)) continue;
    (*deal.mutable_fields())[field.key()] = value->second;
  }
  return deal;
}

}  // namespace voronka::crm
