#include "crm_service/sales/pipelines/pipeline_changes.h"

#include <google/protobuf/util/message_differencer.h>
#include <google/protobuf/util/time_util.h>

#include <utility>

#include "crm_service/sales/pipelines/pipeline_rules.h"
#include "crm_service/sales/pipelines/pipeline_use.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/requests/created.h"

namespace voronka::crm {

using google::protobuf::util::MessageDifferencer;
using google::protobuf::util::TimeUtil;
using rpc::Session;
using v1::Pipeline;

namespace {

// 0 is a new stage.
void NumberNewStages(Session& session, Pipeline& pipeline) {
  for (auto& stage : *pipeline.mutable_stages()) {
    if (stage.id() == 0) stage.set_id(session.NextId("stage"));
  }
}

void PlaceStages(const Pipeline* before, Pipeline& pipeline) {
  for (int i = 0; i < pipeline.stages_size(); ++i) {
    auto& stage = *pipeline.mutable_stages(i);
    const auto* known = before == nullptr ? nullptr : FindStage(*before, stage.key());
    stage.set_id(known == nullptr ? 0 : known->id());
    stage.set_position(i + 1);
  }
}

}  // namespace

Pipeline Replaced(const Pipeline& before, Pipeline wanted) {
  wanted.set_id(before.id());
  *wanted.mutable_create_time() = before.create_time();
  wanted.set_etag(before.etag());
  wanted.clear_archive_time();
  if (IsArchived(before)) *wanted.mutable_archive_time() = before.archive_time();
  PlaceStages(&before, wanted);
  return wanted;
}

Pipeline AddPipeline(Session& session, Pipeline pipeline) {
  rpc::KeepWhatCallersSet(pipeline);
  PlaceStages(nullptr, pipeline);
  NumberNewStages(session, pipeline);
  return Pipelines(session).Add(std::move(pipeline));
}

Pipeline SavePipeline(Session& session, const Pipeline& before, Pipeline after, const StageMoves& moves) {
  if (MessageDifferencer::Equals(before, after)) return before;
  CheckMayBeDefault(after);
  CheckNoDealsLeft(session, before, after, moves);
  NumberNewStages(session, after);
  return Pipelines(session).Save(before, std::move(after));
}

Pipeline Archive(Session& session, const Pipeline& pipeline) {
  CheckMayBeArchived(pipeline, UseOf(session, pipeline));
  auto after = pipeline;
  *after.mutable_archive_time() = TimeUtil::MicrosecondsToTimestamp(session.Now());
  return Pipelines(session).Save(pipeline, std::move(after));
}

}  // namespace voronka::crm
