#include "crm_service/sales/pipelines/pipeline_use.h"

#include <algorithm>

#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

int64_t OpenDealsIn(rpc::Session& session, const v1::Pipeline& pipeline) {
  int64_t open = 0;
  for (const auto& stage : pipeline.stages()) {
    if (IsClosing(stage)) continue;
    open += session.db
                .Query("SELECT COUNT(*) FROM deals WHERE account_id = ? AND pipeline = ? AND stage = ?",
                       session.account_id(), pipeline.key(), stage.key())
                .at(0)
                .Int(0);
  }
  return open;
}

}  // namespace

PipelineUse UseOf(rpc::Session& session, const v1::Pipeline& pipeline) {
  const auto all = Pipelines(session).All();
  const auto in_use = std::ranges::count_if(all, [](const auto& other) { return !IsArchived(other); });
  return {.is_last = in_use == 1, .open_deals = OpenDealsIn(session, pipeline)};
}

void CheckNoDealsLeft(rpc::Session& session, const v1::Pipeline& before, const v1::Pipeline& after) {
  rpc::Violations violations;
  for (const auto& stage : before.stages()) {
    const auto* kept = FindStage(after, stage.key());
    if (kept != nullptr && StateOn(*kept) == StateOn(stage)) continue;
    const auto deals =
        session.db.Query("SELECT id FROM deals WHERE account_id = ? AND pipeline = ? AND stage = ? LIMIT 1",
                         session.account_id(), before.key(), stage.key());
    violations.AddUnless(
        deals.empty(), "STAGE_IN_USE", "pipeline.stages",
        {"There are deals in the stage " + stage.key() + ".", "На этапе «" + stage.name() + "» есть сделки."});
  }
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
}

}  // namespace voronka::crm
