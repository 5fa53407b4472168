#include "crm_service/sales/deals/stage_clearing.h"

#include <google/protobuf/util/time_util.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/sales/approvals/approvals.h"
#include "crm_service/sales/deals/deal_lock.h"
#include "crm_service/sales/deals/deal_rules.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using rpc::Session;
using rpc::Violations;
using v1::Pipeline;
using v1::ResourceChange;
using v1::TimelineEntry;

namespace {

// The oldest, locked.
std::vector<int64_t> LockedOn(Session& session, const std::string& pipeline, const std::string& stage, int64_t limit) {
  std::vector<int64_t> ids;
  for (const auto& row : session.db.Query(
           "SELECT id FROM deals WHERE account_id = ? AND pipeline = ? AND stage = ? ORDER BY id LIMIT ? FOR UPDATE",
           session.account_id(), pipeline, stage, limit)) {
    ids.push_back(row.Int(0));
  }
  return ids;
}

// The stage is of the same state: nothing else about the deal changes.
void MoveAlong(Session& session, int64_t deal_id, const Pipeline& pipeline, const std::string& stage) {
  const auto locked = LockAnyDeal(session, deal_id);
  const auto& before = locked.deal;
  if (locked.has_approvals) Approvals(session).WithdrawOf(before.id());
  auto after = before;
  after.set_stage(stage);
  *after.mutable_stage_enter_time() = TimeUtil::MicrosecondsToTimestamp(session.Now());
  auto text = LossText(pipeline, after);
  Deals(session).Save(
      before, std::move(after),
      {.kind = ResourceChange::KIND_MOVED, .entry_kind = TimelineEntry::KIND_STAGE_CHANGED, .text = std::move(text)});
}

}  // namespace

// The pipeline is locked: none comes any more. Those that came before it was are few.
void ClearStages(Session& session, const Pipeline& pipeline, const StageMoves& moves) {
  for (const auto& [from, to] : moves) {
    const int64_t all = CountDealsOn(session, pipeline.key(), from);
    for (const int64_t id : LockedOn(session, pipeline.key(), from, all)) MoveAlong(session, id, pipeline, to);
  }
}

v1::MoveStageDealsResponse MoveStageDeals(Session& session, const v1::MoveStageDealsRequest& request) {
  Pipelines pipelines(session);
  const auto key = pipelines.Get(request.pipeline()).key();
  const auto ids = LockedOn(session, key, request.from(), kMostMovedDeals);
  const auto pipeline = *pipelines.FindForWrite(key);
  const auto* from = FindStage(pipeline, request.from());
  Violations violations;
  violations.AddUnless(from != nullptr, "UNKNOWN_STAGE", "from",
                       {"The pipeline has no such stage.", "В воронке нет такого этапа."});
  CheckAlike(from, FindStage(pipeline, request.to()), "to", violations);
  violations.AddUnless(request.from() != request.to(), "ALREADY_IN_STAGE", "to",
                       {"The deals are already in this stage.", "Сделки уже на этом этапе."});
  violations.ThrowIfAny();
  for (const int64_t id : ids) MoveAlong(session, id, pipeline, request.to());
  v1::MoveStageDealsResponse response;
  response.set_moved(static_cast<int32_t>(ids.size()));
  response.set_remaining(CountDealsOn(session, key, request.from()));
  return response;
}

}  // namespace voronka::crm
