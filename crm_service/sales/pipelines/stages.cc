#include "crm_service/sales/pipelines/stages.h"

#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

const v1::Stage* FindStage(const v1::Pipeline& pipeline, const std::string& stage) {
  for (const auto& candidate : pipeline.stages()) {
    if (candidate.key() == stage || std::to_string(candidate.id()) == stage) return &candidate;
  }
  return nullptr;
}

const v1::Stage& GetStage(const v1::Pipeline& pipeline, const std::string& stage) {
  const auto* found = FindStage(pipeline, stage);
  if (found == nullptr) throw rpc::NotFound("stage", stage);
  return *found;
}

const v1::LossReason* FindLossReason(const v1::Pipeline& pipeline, const std::string& key) {
  for (const auto& reason : pipeline.loss_reasons()) {
    if (reason.key() == key) return &reason;
  }
  return nullptr;
}

bool IsArchived(const v1::Pipeline& pipeline) { return pipeline.has_archive_time(); }

bool IsClosing(const v1::Stage& stage) {
  return stage.kind() == v1::Stage::KIND_WON || stage.kind() == v1::Stage::KIND_LOST;
}

v1::Deal::State StateOn(const v1::Stage& stage) {
  if (stage.kind() == v1::Stage::KIND_WON) return v1::Deal::STATE_WON;
  if (stage.kind() == v1::Stage::KIND_LOST) return v1::Deal::STATE_LOST;
  return v1::Deal::STATE_OPEN;
}

}  // namespace voronka::crm
