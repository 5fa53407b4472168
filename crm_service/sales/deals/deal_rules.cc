#include "crm_service/sales/deals/deal_rules.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include "crm_service/sales/deals/sorting.h"
#include "crm_service/sales/pipelines/purposes.h"
#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/text_checks.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::TimeUtil;
using rpc::Violations;
using v1::Deal;
using v1::Pipeline;
using v1::Stage;

constexpr int64_t kMicrosPerDay = 86'400'000'000;

// The stage may be a reason by itself.
const std::string& LossReasonOf(const Move& move) {
  return move.loss_reason.empty() ? move.stage.loss_reason() : move.loss_reason;
}

void CheckLossReason(const Move& move, Violations& violations) {
  if (move.stage.kind() != Stage::KIND_LOST) return;
  if (LossReasonOf(move).empty()) {
    return violations.Add("LOSS_REASON_REQUIRED", "loss_reason",
                          {"A lost stage needs a reason.", "Укажите причину отказа."});
  }
  violations.AddUnless(FindLossReason(move.pipeline, LossReasonOf(move)) != nullptr, "UNKNOWN_LOSS_REASON",
                       "loss_reason", {"The pipeline has no such loss reason.", "В воронке нет такой причины отказа."});
}

bool IsSameStage(const Deal& deal, const Move& move) {
  return deal.pipeline() == move.pipeline.key() && deal.stage() == move.stage.key();
}

// As converted: its deal is made at once.
bool EndsLead(const Move& move) { return IsForLeads(move.pipeline) && move.stage.kind() == Stage::KIND_WON; }

bool IsClosed(const Deal& deal) { return deal.state() != Deal::STATE_OPEN; }

rpc::Text NotOpenText(const Pipeline& pipeline, const Deal& deal) {
  if (IsAttached(deal)) {
    return {"What the deal had belongs to another deal.", "Заявка из этой сделки присоединена к другой."};
  }
  rpc::Text text{"The deal is closed. A head of sales can reopen it.",
                 "Сделка закрыта. Вернуть её в работу может РОП."};
  const int days = pipeline.reopen_days();
  if (deal.state() != Deal::STATE_LOST || days == 0) return text;
  text.en += fmt::format(" Its responsible user could for {} {} after the loss.", days, days == 1 ? "day" : "days");
  text.ru += fmt::format(" Ответственный мог сделать это в течение {} {} после отказа.", days,
                         days % 10 == 1 && days % 100 != 11 ? "дня" : "дней");
  return text;
}

// Why a deal that was closed does not stay so, or ended in another way.
void CheckReopening(const Move& move, Violations& violations) {
  const bool is_lost = move.stage.kind() == Stage::KIND_LOST;
  violations.AddUnless(!rpc::IsBlank(is_lost ? move.loss_comment : move.comment), "COMMENT_REQUIRED",
                       is_lost ? "loss_comment" : "comment",
                       {"The deal is closed. Say why that changes.", "Сделка закрыта. Напишите, почему это меняется."});
}

// To another lost stage, the deal was lost when it was lost: otherwise whoever corrects the reason again and again
// could reopen it for ever.
bool StaysLost(const Deal& before, const Deal& after) {
  return before.state() == Deal::STATE_LOST && after.state() == Deal::STATE_LOST;
}

void SetCloseTimes(const Deal& before, Deal& after) {
  if (StaysLost(before, after)) return;
  if (before.has_close_time()) *after.mutable_former_close_time() = before.close_time();
  if (IsClosed(after)) {
    *after.mutable_close_time() = after.stage_enter_time();
  } else {
    after.clear_close_time();
    if (IsClosed(before) && !IsAttached(before)) *after.mutable_reopen_time() = after.stage_enter_time();
  }
}

}  // namespace

bool AreOnSameStage(const Deal& a, const Deal& b) { return a.pipeline() == b.pipeline() && a.stage() == b.stage(); }

bool IsOnOffer(const Deal& deal) { return deal.has_offer_deadline(); }

Deal OwnedByNobody(Deal deal) {
  deal.set_responsible_user_id(0);
  deal.clear_offer_deadline();
  return deal;
}

bool MayChange(const rpc::Caller& caller, const Deal& deal) {
  return caller.LeadsSales() || deal.responsible_user_id() == caller.user_id;
}

bool OfferHasExpired(const Deal& deal, int64_t now) {
  return TimeUtil::TimestampToMicroseconds(deal.offer_deadline()) <= now;
}

bool MayReopen(const rpc::Caller& caller, const Pipeline& pipeline, const Deal& deal, int64_t now) {
  if (IsAttached(deal)) return false;
  if (caller.LeadsSales()) return true;
  if (deal.state() != Deal::STATE_LOST || deal.responsible_user_id() != caller.user_id) return false;
  const int64_t lost = TimeUtil::TimestampToMicroseconds(deal.close_time());
  return pipeline.reopen_days() > 0 && now <= lost + pipeline.reopen_days() * kMicrosPerDay;
}

void CheckMove(const rpc::Caller& caller, const Pipeline& from, const Deal& deal, const Move& move, int64_t now,
               Violations& violations) {
  if (IsClosed(deal)) {
    MayReopen(caller, from, deal, now) ? CheckReopening(move, violations)
                                       : violations.Add("NOT_OPEN", "deal_id", NotOpenText(from, deal));
  }
  violations.AddUnless(!IsArchived(move.pipeline), "PIPELINE_ARCHIVED", "pipeline",
                       {"The pipeline is archived.", "Воронка в архиве."});
  violations.AddUnless(!IsSameStage(deal, move), "ALREADY_IN_STAGE", "stage",
                       {"The deal is already in this stage.", "Сделка уже на этом этапе."});
  violations.AddUnless(move.converts || !EndsLead(move), "LEAD_NOT_CONVERTED", "stage",
                       {"Convert the lead on its card: a deal is made of it.",
                        "Сконвертируйте лид на его карточке: из него получится сделка."});
  CheckLossReason(move, violations);
}

bool MoveEndsOffer(const v1::Pipeline& from, const Deal& deal, const Move& move) {
  if (!IsOnOffer(deal)) return false;
  if (deal.pipeline() != move.pipeline.key() || IsClosing(move.stage)) return true;
  const auto* current = FindStage(from, deal.stage());
  return current == nullptr || move.stage.position() > current->position();
}

Deal Moved(const rpc::Caller& caller, const Deal& deal, const Move& move, bool ends_offer, int64_t now) {
  Deal after = deal;
  after.set_pipeline(move.pipeline.key());
  after.set_stage(move.stage.key());
  after.set_state(StateOn(move.stage));
  *after.mutable_stage_enter_time() = TimeUtil::MicrosecondsToTimestamp(now);
  if (ends_offer) after.clear_offer_deadline();
  // Whoever works on a deal that nobody owns becomes its owner.
  if (deal.responsible_user_id() == 0 && move.stage.kind() != Stage::KIND_INCOMING) {
    after.set_responsible_user_id(caller.user_id);
  }
  const bool lost = move.stage.kind() == Stage::KIND_LOST;
  after.set_loss_reason(lost ? LossReasonOf(move) : "");
  after.set_loss_comment(lost ? move.loss_comment : "");
  SetCloseTimes(deal, after);
  SetSortDeadline(move.stage, now, after);
  return after;
}

const Stage* StageOnTake(const v1::Pipeline& pipeline, const Deal& deal) {
  if (IsArchived(pipeline)) return nullptr;
  const auto* target = FindStage(pipeline, pipeline.take_stage());
  const auto* current = FindStage(pipeline, deal.stage());
  const bool ahead = target != nullptr && (current == nullptr || target->position() > current->position());
  return ahead ? target : nullptr;
}

std::string LossText(const v1::Pipeline& pipeline, const Deal& deal) {
  const auto* reason = FindLossReason(pipeline, deal.loss_reason());
  std::string text = reason == nullptr ? "" : reason->name();
  if (!rpc::IsBlank(deal.loss_comment())) text += ": " + deal.loss_comment();
  return text;
}

}  // namespace voronka::crm
