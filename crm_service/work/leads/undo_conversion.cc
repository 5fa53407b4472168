#include <algorithm>
#include <string>
#include <utility>

#include "crm_service/sales/deals/deal_rules.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/work/leads/conversions.h"
#include "crm_service/work/leads/lead_lock.h"
#include "crm_service/work/leads/lead_steps.h"
#include "crm_service/work/leads/lead_tasks.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

using rpc::Session;
using v1::Deal;
using v1::Pipeline;
using v1::Stage;

namespace {

[[noreturn]] void ThrowNotConverted() {
  throw rpc::Error(rpc::Code::kFailedPrecondition,
                   {"NOT_CONVERTED", "deal_id", {"No deal was made of this lead.", "Этот лид не сконвертирован."}});
}

// One without a reason of its own, if there is one.
const Stage& StageForUndone(const Pipeline& pipeline) {
  const auto is_lost = [](const Stage& stage) { return stage.kind() == Stage::KIND_LOST; };
  const auto is_plain = [&](const Stage& stage) { return is_lost(stage) && stage.loss_reason().empty(); };
  const auto plain = std::ranges::find_if(pipeline.stages(), is_plain);
  return plain != pipeline.stages().end() ? *plain : *std::ranges::find_if(pipeline.stages(), is_lost);
}

// Where the lead came from, or the first stage if that is gone.
const Stage& StageBefore(const Pipeline& pipeline, const std::string& left) {
  const auto* stage = FindStage(pipeline, left);
  return stage != nullptr && !IsClosing(*stage) ? *stage : pipeline.stages(0);
}

Deal SaveMoved(Session& session, const Deal& before, const Move& move, const std::string& why) {
  auto after = Moved(session.caller, before, move, IsOnOffer(before), session.Now());
  after.set_loss_reason("");
  return Deals(session).Save(
      before, std::move(after),
      {.kind = v1::ResourceChange::KIND_MOVED, .entry_kind = v1::TimelineEntry::KIND_STAGE_CHANGED, .text = why});
}

}  // namespace

v1::Conversion UndoConversion(Session& session, const v1::UndoConversionRequest& request) {
  static const std::string nothing;
  const auto lead = LockLead(session, request.deal_id());
  const auto told = StandingConversionOf(session, request.deal_id());
  if (lead.deal.state() != Deal::STATE_WON || !told) ThrowNotConverted();
  // Not found if it is another's by now whose deals the caller does not see.
  const auto deal = LockDeal(session, told->linked_deal_id());
  rpc::Violations built;
  CheckNothingBuilt(session, deal.deal.id(), built);
  built.ThrowIfAny(rpc::Code::kFailedPrecondition);

  const auto& why = request.comment();
  v1::Conversion conversion;
  *conversion.mutable_deal() =
      SaveMoved(session, deal.deal, {deal.pipeline, StageForUndone(deal.pipeline), nothing, why, nothing}, why);
  *conversion.mutable_lead() = SaveMoved(
      session, lead.deal, {lead.pipeline, StageBefore(lead.pipeline, told->from_stage()), nothing, nothing, why}, why);
  BringTasks(session, deal.deal.id(), lead.deal.id());
  TellOfUndoing(session, lead.deal, deal.deal, why);
  return conversion;
}

}  // namespace voronka::crm
