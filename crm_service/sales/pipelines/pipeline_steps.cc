#include "crm_service/sales/pipelines/pipeline_steps.h"

#include <google/protobuf/util/message_differencer.h>
#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/people/accounts/accounts.h"
#include "crm_service/sales/pipelines/pipeline_rules.h"
#include "crm_service/sales/pipelines/pipeline_use.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/rule_definitions.h"
#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/etag.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

using google::protobuf::util::MessageDifferencer;
using google::protobuf::util::TimeUtil;
using rpc::Session;
using rpc::Violations;
using v1::Pipeline;

namespace {

// Stages keep their identity by key.
void NumberStages(Session& session, Pipeline& pipeline, const Pipeline* before) {
  for (int i = 0; i < pipeline.stages_size(); ++i) {
    auto& stage = *pipeline.mutable_stages(i);
    const auto* known = before == nullptr ? nullptr : FindStage(*before, stage.key());
    stage.set_id(known != nullptr ? known->id() : session.NextId("stage"));
    stage.set_position(i + 1);
  }
}

// Takes what users may set from the request, and keeps what the system sets.
Pipeline Replaced(const Pipeline& before, Pipeline after) {
  after.set_id(before.id());
  *after.mutable_create_time() = before.create_time();
  after.set_etag(before.etag());
  after.clear_archive_time();
  if (IsArchived(before)) *after.mutable_archive_time() = before.archive_time();
  return after;
}

// `former`: the one that the pipeline has now; an earlier release may have stored one that does not exist.
void CheckRepeatPipeline(Session& session, const Pipeline& pipeline, const std::string& former,
                         Violations& violations) {
  const auto& repeat = pipeline.repeat_pipeline();
  if (repeat.empty() || repeat == pipeline.key() || repeat == former || Pipelines(session).Find(repeat)) return;
  violations.Add("UNKNOWN_PIPELINE", "pipeline.repeat_pipeline", {"There is no such pipeline.", "Такой воронки нет."});
}

bool HasRules(const Pipeline& pipeline) {
  return std::ranges::any_of(pipeline.stages(), [](const v1::Stage& stage) { return stage.rules_size() > 0; });
}

// Throws INVALID_ARGUMENT with all violations.
void RequireValid(Session& session, const Pipeline& pipeline, const std::string& former_repeat_pipeline) {
  Violations violations;
  CheckPipeline(pipeline, violations);
  CheckRepeatPipeline(session, pipeline, former_repeat_pipeline, violations);
  if (HasRules(pipeline)) CheckRules(pipeline, FieldSets(session).All(), violations);
  violations.ThrowIfAny();
}

}  // namespace

Pipeline CreatePipeline(Session& session, const v1::CreatePipelineRequest& request) {
  // The fields that its rules read must still be there when it is.
  Accounts(session).Lock();
  RequireValid(session, request.pipeline(), "");
  auto pipeline = request.pipeline();
  pipeline.clear_archive_time();
  NumberStages(session, pipeline, nullptr);
  return Pipelines(session).Add(std::move(pipeline));
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

Pipeline UpdatePipeline(Session& session, const v1::UpdatePipelineRequest& request) {
  Pipelines pipelines(session);
  const auto before = pipelines.Lock(request.pipeline().key());
  RequireValid(session, request.pipeline(), before.repeat_pipeline());
  rpc::CheckEtag(request.etag(), before.etag());
  auto after = Replaced(before, request.pipeline());
  NumberStages(session, after, &before);
  if (MessageDifferencer::Equals(before, after)) return before;
  CheckMayBeDefault(after);
  CheckNoDealsLeft(session, before, after);
  return pipelines.Save(before, std::move(after));
}

Pipeline ArchivePipeline(Session& session, const v1::ArchivePipelineRequest& request) {
  Pipelines pipelines(session);
  const auto before = pipelines.Lock(request.pipeline());
  rpc::CheckEtag(request.etag(), before.etag());
  if (IsArchived(before)) return before;
  CheckMayBeArchived(before, UseOf(session, before));
  auto after = before;
  *after.mutable_archive_time() = TimeUtil::MicrosecondsToTimestamp(session.Now());
  return pipelines.Save(before, std::move(after));
}

Pipeline UnarchivePipeline(Session& session, const v1::UnarchivePipelineRequest& request) {
  Pipelines pipelines(session);
  const auto before = pipelines.Lock(request.pipeline());
  rpc::CheckEtag(request.etag(), before.etag());
  if (!IsArchived(before)) return before;
  auto after = before;
  after.clear_archive_time();
  return pipelines.Save(before, std::move(after));
}

}  // namespace voronka::crm
