#include <algorithm>
#include <string>
#include <utility>

#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/deals/move_steps.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/work/leads/lead_client.h"
#include "crm_service/work/leads/lead_lock.h"
#include "crm_service/work/leads/lead_steps.h"
#include "crm_service/work/leads/refusals.h"
#include "crm_service/work/tasks/new_task.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

using rpc::Session;
using v1::Stage;

namespace {

// The named stage, or the first lost one. Null: there is no such lost stage.
const Stage* LostStage(const v1::Pipeline& pipeline, const std::string& named) {
  const auto is_meant = [&](const Stage& stage) {
    return stage.kind() == Stage::KIND_LOST && (named.empty() || &stage == FindStage(pipeline, named));
  };
  const auto found = std::ranges::find_if(pipeline.stages(), is_meant);
  return found == pipeline.stages().end() ? nullptr : &*found;
}

void CheckRefusal(const v1::RefuseLeadRequest& request, const Stage* stage) {
  rpc::Violations violations;
  violations.AddUnless(stage != nullptr, "NOT_A_LOST_STAGE", "stage",
                       {"The pipeline has no such lost stage.", "В воронке нет такого этапа отказа."});
  const int64_t about = request.follow_up().deal_id();
  violations.AddUnless(about == 0 || about == request.deal_id(), "GIVEN_TWICE", "follow_up.deal_id",
                       {"The task is about the lead.", "Задача относится к этому лиду."});
  violations.ThrowIfAny();
}

v1::MoveDealRequest MoveToLost(const v1::RefuseLeadRequest& request, const Stage& stage) {
  v1::MoveDealRequest move;
  move.set_deal_id(request.deal_id());
  move.set_stage(stage.key());
  move.set_loss_reason(request.loss_reason());
  move.set_loss_comment(request.loss_comment());
  if (request.has_contact()) *move.mutable_contact() = request.contact();
  if (request.has_contact_update_mask()) *move.mutable_contact_update_mask() = request.contact_update_mask();
  return move;
}

}  // namespace

v1::RefuseLeadResponse RefuseLead(Session& session, const v1::RefuseLeadRequest& request) {
  const auto locked = LockLead(session, request.deal_id());
  RequireOpenLead(session, locked, request.epoch());
  const auto* stage = LostStage(locked.pipeline, request.stage());
  CheckRefusal(request, stage);
  auto move = MoveToLost(request, *stage);
  GiveTypedClient(session, locked, move);

  rpc::Violations missing;
  auto lost = UnlessRefused(missing, [&] { return MoveDeal(session, move); });
  const auto lead = lost ? *std::move(lost) : Deals(session).Get(request.deal_id());
  RequireContactOf(lead, missing);
  missing.ThrowIfAny(rpc::Code::kFailedPrecondition);

  v1::RefuseLeadResponse response;
  *response.mutable_lead() = lead;
  if (!request.has_follow_up()) return response;
  auto draft = request.follow_up();
  draft.set_deal_id(lead.id());
  *response.mutable_follow_up() = AddTask(session, std::move(draft), "follow_up.");
  return response;
}

}  // namespace voronka::crm
