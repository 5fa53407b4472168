#include "crm_service/work/approvals/approval_steps.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/sales/approvals/approval_entry.h"
#include "crm_service/sales/approvals/approval_rules.h"
#include "crm_service/sales/approvals/approvals.h"
#include "crm_service/sales/deals/deal_access.h"
#include "crm_service/sales/deals/deal_lock.h"
#include "crm_service/sales/deals/deal_rules.h"
#include "crm_service/sales/deals/outdated_approvals.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/rules/rule_facts.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "crm_service/work/approvals/answer_rules.h"
#include "crm_service/work/approvals/approvers.h"
#include "crm_service/work/approvals/wanted_approval.h"
#include "foundation/rpc/requests/created.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/etag.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using rpc::Session;
using v1::Approval;
using v1::TimelineEntry;

namespace {

// Of a closed deal, whoever may reopen it may ask for the approval to that.
void CheckMayMoveOn(const Session& session, const LockedDeal& locked) {
  const auto& deal = locked.deal;
  if (deal.state() == v1::Deal::STATE_OPEN) return;
  if (MayReopen(session.caller, locked.pipeline, deal, session.Now())) return;
  throw rpc::Error(rpc::Code::kFailedPrecondition,
                   {"NOT_OPEN", "approval.deal_id", {"The deal is closed.", "Сделка закрыта."}});
}

// If it is another than the deal's. Throws NOT_FOUND.
std::optional<v1::Pipeline> OtherPipelineFor(Session& session, const LockedDeal& locked, const Approval& draft) {
  const auto& named = draft.pipeline();
  if (named.empty() || named == locked.pipeline.key() || named == std::to_string(locked.pipeline.id())) {
    return std::nullopt;
  }
  auto found = Pipelines(session).FindForWrite(named);
  if (!found) throw rpc::NotFound("pipeline", named);
  return found;
}

// About the deal as it is, and whoever would do. A higher approval may be needed by now than the one that is awaited.
void CheckNobodyIsAsked(Session& session, const v1::Deal& deal, const Approval& draft) {
  const auto asked = Approvals(session).SinceEntering(deal);
  const bool awaited = std::ranges::any_of(asked, [&](const Approval& each) {
    return each.state() == Approval::STATE_ASKED && each.pipeline() == draft.pipeline() &&
           each.stage() == draft.stage() && each.role() >= draft.role() && IsOfDealAsItIs(each, draft.digest());
  });
  if (!awaited) return;
  throw rpc::Error(rpc::Code::kAlreadyExists,
                   {"APPROVAL_AWAITED",
                    "approval.stage",
                    {"The approval has been asked for already.", "Согласование уже запрошено: ждём ответа."}});
}

WantedApproval RequireWanted(Session& session, const LockedDeal& locked, const v1::Pipeline& pipeline,
                             const v1::Stage& stage) {
  const auto wanted = ApprovalWantedFor(session, locked, pipeline, stage);
  if (wanted) return *wanted;
  throw rpc::Error(rpc::Code::kFailedPrecondition,
                   {"APPROVAL_NOT_NEEDED",
                    "approval.stage",
                    {"The move needs no approval.", "Для этого перехода согласование не нужно."}});
}

}  // namespace

Approval CreateApproval(Session& session, const v1::CreateApprovalRequest& request) {
  const auto locked = LockDeal(session, request.approval().deal_id());
  CheckMayChange(session, locked.deal);
  CheckOfferStands(session, locked);
  const auto other = OtherPipelineFor(session, locked, request.approval());
  const auto& pipeline = other ? *other : locked.pipeline;
  const auto& stage = GetStage(pipeline, request.approval().stage());
  CheckMayMoveOn(session, locked);

  auto draft = rpc::Created(request.approval());
  draft.set_pipeline(pipeline.key());
  draft.set_stage(stage.key());
  const auto wanted = RequireWanted(session, locked, pipeline, stage);
  draft.set_role(wanted.role);
  draft.set_digest(wanted.digest);
  if (locked.has_approvals) WithdrawOutdated(session, locked.pipeline, locked.deal);
  CheckNobodyIsAsked(session, locked.deal, draft);
  draft.set_state(Approval::STATE_ASKED);
  draft.set_asker_user_id(session.caller.user_id);
  draft.set_approver_user_id(ApproverOf(session, locked.deal, wanted.role));
  *draft.mutable_pass_on_time() = TimeUtil::MicrosecondsToTimestamp(session.Now() + wanted.timeout);
  auto approval = Approvals(session).AddFor(locked.deal, std::move(draft));
  AddApprovalEntry(session, approval, TimelineEntry::KIND_APPROVAL_ASKED, approval.comment());
  return approval;
}

// The deal is locked first, as everywhere, then its client.
Approval AnswerApproval(Session& session, const v1::AnswerApprovalRequest& request) {
  CheckAnswer(request);
  Approvals approvals(session);
  const auto asked = approvals.Get(request.approval_id());
  const auto locked = LockAnyDeal(session, asked.deal_id());
  RuleFacts facts(session, locked.deal);
  const bool is_outdated = IsOutdated(session, locked.pipeline, locked.deal, asked, facts);
  const auto before = approvals.Lock(asked.id());
  const auto& caller = session.caller;
  const bool is_asked = IsAskedInPlace(session, before, caller.user_id);
  if (!is_asked && !SeesDeal(session, locked.deal)) throw rpc::NotFound("approval", before.id());
  CheckMayAnswer(caller, before, locked.deal, is_asked);
  CheckAwaitsAnswer(before, locked.deal);
  if (is_outdated) throw ChangedSince();
  rpc::CheckEtag(request.etag(), before.etag());
  auto after = before;
  after.set_state(request.state());
  after.set_answer_user_id(caller.user_id);
  after.set_answer_comment(request.comment());
  *after.mutable_answer_time() = TimeUtil::MicrosecondsToTimestamp(session.Now());
  after = approvals.SaveFor(locked.deal, before, std::move(after));
  const bool is_given = after.state() == Approval::STATE_GIVEN;
  AddApprovalEntry(session, after, is_given ? TimelineEntry::KIND_APPROVAL_GIVEN : TimelineEntry::KIND_APPROVAL_REFUSED,
                   after.answer_comment());
  return after;
}

Approval WithdrawApproval(Session& session, const v1::WithdrawApprovalRequest& request) {
  Approvals approvals(session);
  const auto locked = LockAnyDeal(session, approvals.Get(request.approval_id()).deal_id());
  const auto before = approvals.Lock(request.approval_id());
  const bool has_asked = session.caller.user_id == before.asker_user_id();
  if (!has_asked && !SeesDeal(session, locked.deal)) throw rpc::NotFound("approval", before.id());
  CheckMayWithdraw(session.caller, before, locked.deal);
  CheckAwaitsAnswer(before, locked.deal);
  rpc::CheckEtag(request.etag(), before.etag());
  auto after = approvals.SaveFor(locked.deal, before, Withdrawn(before, Approval::WITHDRAWAL_TAKEN_BACK));
  AddApprovalEntry(session, after, TimelineEntry::KIND_APPROVAL_WITHDRAWN, request.comment());
  return after;
}

v1::ListApprovalsResponse ListApprovals(Session& session, const v1::ListApprovalsRequest& request) {
  if (request.deal_id() != 0) GetSeenDeal(session, request.deal_id());
  const rpc::Page page(request, {std::numeric_limits<int64_t>::max()});
  v1::ListApprovalsResponse response;
  page.Fill(Approvals(session).Of(request.deal_id(), request.state(), page), response.mutable_approvals(),
            response.mutable_next_page_token(),
            [](const Approval& approval) { return std::vector<int64_t>{approval.id()}; });
  return response;
}

}  // namespace voronka::crm
