#include "crm_service/work/approvals/answer_rules.h"

#include <google/protobuf/util/time_util.h>

#include <utility>

#include "crm_service/sales/approvals/approval_rules.h"
#include "foundation/rpc/requests/text_checks.h"

namespace voronka::crm {

using v1::Approval;

namespace {

// Nobody needs the approval any more.
bool HasMovedSince(const Approval& approval, const v1::Deal& deal) {
  return approval.create_time() < deal.stage_enter_time();
}

rpc::Error NotAwaited(const char* reason, rpc::Text text) {
  return rpc::Error(rpc::Code::kFailedPrecondition, {reason, "approval_id", std::move(text)});
}

rpc::Error NeededNoMore(const Approval& approval) {
  if (approval.withdrawal() == Approval::WITHDRAWAL_CHANGED) return ChangedSince();
  if (approval.withdrawal() == Approval::WITHDRAWAL_TAKEN_BACK) {
    return NotAwaited("APPROVAL_WITHDRAWN", {"Whoever asked for it needs it no more.", "Запрос уже отозвали."});
  }
  return NotAwaited("APPROVAL_WITHDRAWN", {"The deal has moved: nobody needs the approval any more.",
                                           "Сделку уже перевели: согласование больше не нужно."});
}

}  // namespace

void CheckAnswer(const v1::AnswerApprovalRequest& request) {
  const bool refuses = request.state() == Approval::STATE_REFUSED;
  rpc::Violations violations;
  violations.AddUnless(refuses || request.state() == Approval::STATE_GIVEN, "NOT_AN_ANSWER", "state",
                       {"An approval is given or refused.", "Согласуйте или откажите."});
  violations.AddUnless(!refuses || !rpc::IsBlank(request.comment()), "REQUIRED", "comment",
                       {"Say why you refuse.", "Напишите, почему отказываете."});
  violations.ThrowIfAny();
}

void CheckMayAnswer(const rpc::Caller& caller, const Approval& approval, const v1::Deal& deal, bool is_asked) {
  if (MayGive(approval.role(), caller.role)) return;
  const bool is_own = caller.user_id == approval.asker_user_id() || caller.user_id == deal.responsible_user_id();
  if (is_asked && !is_own) return;
  throw rpc::Error(
      rpc::Code::kPermissionDenied,
      {"NOT_ASKED", "approval_id", {"The approval is somebody else's to give.", "Согласование спросили не у вас."}});
}

void CheckMayWithdraw(const rpc::Caller& caller, const Approval& approval, const v1::Deal& deal) {
  const bool is_own = caller.user_id == approval.asker_user_id() || caller.user_id == deal.responsible_user_id();
  if (is_own || caller.LeadsSales()) return;
  throw rpc::Error(
      rpc::Code::kPermissionDenied,
      {"NOT_ASKER", "approval_id", {"Somebody else asked for the approval.", "Согласование запросили не вы."}});
}

void CheckAwaitsAnswer(const Approval& approval, const v1::Deal& deal) {
  if (approval.state() == Approval::STATE_GIVEN || approval.state() == Approval::STATE_REFUSED) {
    throw NotAwaited("APPROVAL_ANSWERED", {"It has been answered already.", "На это согласование уже ответили."});
  }
  if (approval.state() != Approval::STATE_ASKED || HasMovedSince(approval, deal)) throw NeededNoMore(approval);
}

rpc::Error ChangedSince() {
  return NotAwaited("APPROVAL_WITHDRAWN", {"The terms have changed since: the approval is to be asked for again.",
                                           "Условия с тех пор изменились: согласование нужно запросить снова."});
}

}  // namespace voronka::crm
