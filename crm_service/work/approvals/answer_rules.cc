#include "crm_service/work/approvals/answer_rules.h"

#include <google/protobuf/util/time_util.h>

#include <utility>

#include "crm_service/sales/approvals/approval_rules.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/text_checks.h"

namespace voronka::crm {

using v1::Approval;

namespace {

// The deal has moved since, or is closed: nobody needs the approval any more.
bool IsOutdated(const Approval& approval, const v1::Deal& deal) {
  return deal.state() != v1::Deal::STATE_OPEN || approval.create_time() < deal.stage_enter_time();
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

bool IsAsked(const rpc::Caller& caller, const Approval& approval, int64_t deputy_user_id) {
  return caller.user_id == approval.approver_user_id() || caller.user_id == deputy_user_id;
}

void CheckMayAnswer(const rpc::Caller& caller, const Approval& approval, const v1::Deal& deal, int64_t deputy_user_id) {
  if (MayGive(approval.role(), caller.role)) return;
  const bool is_own = caller.user_id == approval.asker_user_id() || caller.user_id == deal.responsible_user_id();
  if (IsAsked(caller, approval, deputy_user_id) && !is_own) return;
  throw rpc::Error(
      rpc::Code::kPermissionDenied,
      {"NOT_ASKED", "approval_id", {"The approval is somebody else's to give.", "Согласование спросили не у вас."}});
}

void CheckAwaitsAnswer(const Approval& approval, const v1::Deal& deal) {
  const auto refuse = [](const char* reason, rpc::Text text) {
    throw rpc::Error(rpc::Code::kFailedPrecondition, {reason, "approval_id", std::move(text)});
  };
  if (approval.state() == Approval::STATE_GIVEN || approval.state() == Approval::STATE_REFUSED) {
    refuse("APPROVAL_ANSWERED", {"It has been answered already.", "На это согласование уже ответили."});
  }
  if (approval.state() != Approval::STATE_ASKED || IsOutdated(approval, deal)) {
    refuse("APPROVAL_WITHDRAWN", {"The deal has moved: nobody needs the approval any more.",
                                  "Сделку уже перевели: согласование больше не нужно."});
  }
}

}  // namespace voronka::crm
