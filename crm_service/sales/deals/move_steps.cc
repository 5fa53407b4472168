#include "crm_service/sales/deals/move_steps.h"

#include <optional>
#include <string>
#include <utility>

#include "crm_service/sales/approvals/approvals.h"
#include "crm_service/sales/deals/deal_access.h"
#include "crm_service/sales/deals/deal_references.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/deals/epoch.h"
#include "crm_service/sales/deals/move_edits.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/rules/stage_gate.h"
#include "crm_service/sales/sight/seen_deals.h"

namespace voronka::crm {

using rpc::Session;
using rpc::Violations;
using v1::Deal;
using v1::Pipeline;
using v1::ResourceChange;
using v1::Stage;
using v1::TimelineEntry;

namespace {

const std::string kSilence;

Mover MoverOf(const Session& session, const Move& move) {
  const bool is_lost = move.stage.kind() == Stage::KIND_LOST;
  return {session.caller.role, is_lost ? move.loss_comment : move.comment, is_lost ? "loss_comment" : "comment"};
}

// All that forbids the move: one place for those who move and those who ask. Deals are closed by the session's clock,
// so that how long ago that was is told by it, too.
void CheckMayMove(const Session& session, const Pipeline& from, const Deal& deal, const Move& move, RuleFacts& facts,
                  Violations& violations) {
  CheckMove(session.caller, from, deal, move, session.Now(), violations);
  CheckWay(facts, {FindStage(from, deal.stage()), from.key(), move.pipeline, move.stage}, MoverOf(session, move),
           violations);
}

// By an empty name, too. Then nothing more is read.
bool IsNamedBy(const Pipeline& pipeline, const std::string& named) { return named.empty() || named == pipeline.key(); }

// Of those that the request names, or all but the deal's own.
bool IsAskedFor(const v1::CanMoveRequest& request, const Deal& deal, const Pipeline& pipeline, const Stage& stage) {
  if (!request.stage().empty()) return FindStage(pipeline, request.stage()) == &stage;
  return pipeline.key() != deal.pipeline() || stage.key() != deal.stage();
}

v1::MoveVerdict VerdictOn(Session& session, const Pipeline& from, const Deal& deal, const Move& move,
                          RuleFacts& facts) {
  Violations violations;
  CheckMayMove(session, from, deal, move, facts, violations);
  v1::MoveVerdict verdict;
  verdict.set_stage(move.stage.key());
  for (const auto& violation : violations.all()) {
    auto& told = *verdict.add_violations();
    told.set_reason(violation.reason);
    told.set_field(violation.field);
    told.set_text(rpc::InLanguage(session.caller.locale, violation.text));
  }
  return verdict;
}

Deal MoveBy(Session& session, const v1::MoveDealRequest& request, bool converts) {
  const auto locked = LockDeal(session, request.deal_id());
  std::optional<Pipeline> other;
  const bool stays = IsNamedBy(locked.pipeline, request.pipeline());
  if (!stays) other = Pipelines(session).FindForWrite(request.pipeline());
  const Pipeline* pipeline = stays ? &locked.pipeline : other ? &*other : nullptr;
  Violations unknown;
  const auto* stage = RequireStage(request.stage(), pipeline, "", unknown);
  unknown.ThrowIfAny();

  CheckMayChange(session, locked.deal);
  CheckEpoch(request.epoch(), locked.deal);
  CheckOfferStands(session, locked);
  MoveEdits edits(session, locked, request);
  const auto before = edits.Save();
  const Move move{*pipeline, *stage, request.loss_reason(), request.loss_comment(), request.comment(), converts};
  Violations violations;
  edits.CheckMaySave(violations);
  RuleFacts facts(session, before);
  CheckMayMove(session, locked.pipeline, before, move, facts, violations);
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);

  if (locked.has_approvals) Approvals(session).WithdrawOf(before.id());
  const bool ends_offer = MoveEndsOffer(locked.pipeline, before, move);
  auto after = Moved(session.caller, before, move, ends_offer, session.Now());
  auto text = stage->kind() == Stage::KIND_LOST ? LossText(*pipeline, after) : request.comment();
  return Deals(session).Save(
      before, std::move(after),
      {.kind = ResourceChange::KIND_MOVED, .entry_kind = TimelineEntry::KIND_STAGE_CHANGED, .text = std::move(text)});
}

}  // namespace

Deal MoveDeal(Session& session, const v1::MoveDealRequest& request) { return MoveBy(session, request, false); }

Deal MoveConverted(Session& session, const v1::MoveDealRequest& request) { return MoveBy(session, request, true); }

v1::CanMoveResponse CanMove(Session& session, const v1::CanMoveRequest& request) {
  const auto deal = GetSeenDeal(session, request.deal_id());
  CheckMayChange(session, deal);
  const auto from = Pipelines(session).Get(deal.pipeline());
  const auto pipeline = IsNamedBy(from, request.pipeline()) ? from : Pipelines(session).Get(request.pipeline());
  if (!request.stage().empty()) GetStage(pipeline, request.stage());
  RuleFacts facts(session, deal, RuleFacts::Use::kAnswer);
  v1::CanMoveResponse response;
  for (const auto& stage : pipeline.stages()) {
    if (!IsAskedFor(request, deal, pipeline, stage)) continue;
    *response.add_verdicts() = VerdictOn(session, from, deal, {pipeline, stage, kSilence, kSilence, kSilence}, facts);
  }
  return response;
}

void CheckFreeTo(Session& session, const LockedDeal& locked, const Move& move, Violations& violations) {
  RuleFacts facts(session, locked.deal);
  CheckMayMove(session, locked.pipeline, locked.deal, move, facts, violations);
}

bool IsFreeTo(Session& session, const LockedDeal& locked, const Move& move) {
  Violations violations;
  CheckFreeTo(session, locked, move, violations);
  return violations.empty();
}

}  // namespace voronka::crm
