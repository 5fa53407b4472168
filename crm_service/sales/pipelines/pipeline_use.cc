#include "crm_service/sales/pipelines/pipeline_use.h"

#include <algorithm>
#include <vector>

#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"

namespace voronka::crm {
namespace {

StageUse StageUseOf(rpc::Session& session, const v1::Pipeline& pipeline, const v1::Stage& stage) {
  const auto counts = session.db.Query(
      "SELECT COUNT(*), COUNT(IF(state = ?, 1, NULL)) FROM deals WHERE account_id = ? AND pipeline = ? AND stage = ?",
      v1::Deal::STATE_OPEN, session.account_id(), pipeline.key(), stage.key());
  const int64_t open = counts.at(0).Int(1);
  return {.stage = stage, .open_deals = open, .closed_deals = counts.at(0).Int(0) - open};
}

int64_t OpenDealsIn(rpc::Session& session, const v1::Pipeline& pipeline) {
  int64_t open = 0;
  for (const auto& stage : pipeline.stages()) {
    if (!IsClosing(stage)) open += StageUseOf(session, pipeline, stage).open_deals;
  }
  return open;
}

}  // namespace

PipelineUse UseOf(rpc::Session& session, const v1::Pipeline& pipeline) {
  const auto all = Pipelines(session).All();
  const auto in_use = std::ranges::count_if(all, [](const auto& other) { return !IsArchived(other); });
  return {.is_last = in_use == 1, .open_deals = OpenDealsIn(session, pipeline)};
}

void CheckNoDealsLeft(rpc::Session& session, const v1::Pipeline& before, const v1::Pipeline& after,
                      const StageMoves& moves) {
  std::vector<StageUse> uses;
  for (const auto& stage : before.stages()) {
    const auto* kept = FindStage(after, stage.key());
    if (kept == nullptr && moves.contains(stage.key())) continue;
    if (kept == nullptr || StateOn(*kept) != StateOn(stage)) uses.push_back(StageUseOf(session, before, stage));
  }
  CheckHaveNoDeals(uses);
}

}  // namespace voronka::crm
