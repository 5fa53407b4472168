#include "crm_service/sales/pipelines/pipeline_steps.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/people/accounts/accounts.h"
#include "crm_service/sales/pipelines/pipeline_changes.h"
#include "crm_service/sales/pipelines/pipeline_rules.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/purposes.h"
#include "crm_service/sales/pipelines/rule_definitions.h"
#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/etag.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

using rpc::Session;
using rpc::Violations;
using v1::Pipeline;

namespace {

std::set<std::string> KeysOf(const std::vector<Pipeline>& pipelines) {
  std::set<std::string> keys;
  for (const auto& pipeline : pipelines) keys.insert(pipeline.key());
  return keys;
}

void CheckRulesNow(Session& session, const Pipeline& pipeline, Violations& violations) {
  if (HasRules(pipeline) || !pipeline.quick_add_fields().empty())
    CheckRules(pipeline, FieldSets(session).All(), violations);
}

// Throws INVALID_ARGUMENT with all violations. An earlier release may have stored a repeat pipeline that does not
// exist. `violations`: what has been found already.
void RequireValid(Session& session, const Pipeline& pipeline, const std::string& former_repeat_pipeline,
                  Violations violations = {}) {
  const auto all = Pipelines(session).All();
  CheckPipeline(pipeline, violations);
  if (pipeline.repeat_pipeline() != former_repeat_pipeline) CheckRepeatPipeline(pipeline, KeysOf(all), violations);
  CheckPurpose(pipeline, all, violations);
  CheckRulesNow(session, pipeline, violations);
  violations.ThrowIfAny();
}

// While it was archived, nobody kept the fields that its rules read, nor the purpose of the pipeline that it names.
void RequireStillMakesSense(Session& session, const Pipeline& pipeline) {
  Violations violations;
  CheckPurpose(pipeline, Pipelines(session).All(), violations);
  CheckRulesNow(session, pipeline, violations);
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
}

// The account's lock comes first, as for every change of the configuration.
void LockMovedDeals(Session& session, const v1::UpdatePipelineRequest& request) {
  if (request.stage_moves().empty()) return;
  Accounts(session).Lock();
  for (const auto& move : request.stage_moves()) LockDealsOn(session, request.pipeline().key(), move.from());
}

}  // namespace

Pipeline CreatePipeline(Session& session, const v1::CreatePipelineRequest& request) {
  // The fields that its rules read must still be there when it is.
  Accounts(session).Lock();
  RequireValid(session, request.pipeline(), "");
  return AddPipeline(session, request.pipeline());
}

Pipeline GetPipeline(Session& session, const v1::GetPipelineRequest& request) {
  return Pipelines(session).Get(request.pipeline());
}

v1::ListPipelinesResponse ListPipelines(Session& session, const v1::ListPipelinesRequest& request) {
  const rpc::Page page(request, {0}, rpc::kMostLargeRows);
  auto pipelines = Pipelines(session).All(page.key());
  if (!request.show_archived()) std::erase_if(pipelines, IsArchived);
  v1::ListPipelinesResponse response;
  page.Fill(std::move(pipelines), response.mutable_pipelines(), response.mutable_next_page_token(),
            [](const Pipeline& pipeline) { return std::vector{pipeline.id()}; });
  return response;
}

Pipeline UpdatePipeline(Session& session, const v1::UpdatePipelineRequest& request, const StageClearing& clear_stages) {
  LockMovedDeals(session, request);
  const auto before = Pipelines(session).Lock(request.pipeline().key());
  auto after = Replaced(before, request.pipeline());
  Violations violations;
  const auto moves = CheckedMoves(request.stage_moves(), before, after, violations);
  RequireValid(session, request.pipeline(), before.repeat_pipeline(), std::move(violations));
  rpc::CheckEtag(request.etag(), before.etag());
  Violations many;
  CheckFewEnough(session, before, moves, many);
  many.ThrowIfAny(rpc::Code::kFailedPrecondition);
  const auto saved = SavePipeline(session, before, std::move(after), moves);
  clear_stages(session, saved, moves);
  return saved;
}

Pipeline ArchivePipeline(Session& session, const v1::ArchivePipelineRequest& request) {
  Pipelines pipelines(session);
  const auto before = pipelines.Lock(request.pipeline());
  rpc::CheckEtag(request.etag(), before.etag());
  if (IsArchived(before)) return before;
  return Archive(session, before);
}

Pipeline UnarchivePipeline(Session& session, const v1::UnarchivePipelineRequest& request) {
  Pipelines pipelines(session);
  const auto before = pipelines.Lock(request.pipeline());
  rpc::CheckEtag(request.etag(), before.etag());
  if (!IsArchived(before)) return before;
  RequireStillMakesSense(session, before);
  auto after = before;
  after.clear_archive_time();
  return pipelines.Save(before, std::move(after));
}

}  // namespace voronka::crm
