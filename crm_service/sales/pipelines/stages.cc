#include "crm_service/sales/pipelines/stages.h"

#include <algorithm>
#include <stdexcept>

#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

// Every pipeline has an open and a lost stage; all open ones may be side states.
template <class Condition>
const v1::Stage* FirstWhere(const v1::Pipeline& pipeline, Condition holds) {
  const auto found = std::ranges::find_if(pipeline.stages(), holds);
  return found == pipeline.stages().end() ? nullptr : &*found;
}

const v1::Stage& OfKind(const v1::Pipeline& pipeline, v1::Stage::Kind kind) {
  const auto* found = FirstWhere(pipeline, [kind](const v1::Stage& stage) { return stage.kind() == kind; });
  if (found == nullptr) throw std::logic_error("a pipeline without a " + v1::Stage::Kind_Name(kind));
  return *found;
}

}  // namespace

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

const v1::Stage& FirstOpenStage(const v1::Pipeline& pipeline) {
  const auto* found = FirstWhere(
      pipeline, [](const v1::Stage& stage) { return stage.kind() == v1::Stage::KIND_OPEN && !stage.parking(); });
  return found == nullptr ? OfKind(pipeline, v1::Stage::KIND_OPEN) : *found;
}

const v1::Stage& FirstLostStage(const v1::Pipeline& pipeline) { return OfKind(pipeline, v1::Stage::KIND_LOST); }

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
