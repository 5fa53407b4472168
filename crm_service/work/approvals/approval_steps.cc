#include "crm_service/work/approvals/approval_steps.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/sales/approvals/approvals.h"
#include "crm_service/sales/deals/deal_access.h"
#include "crm_service/sales/deals/deal_lock.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "crm_service/sales/timeline/timeline.h"
#include "crm_service/work/approvals/answer_rules.h"
#include "crm_service/work/approvals/approvers.h"
#include "crm_service/work/approvals/wanted_approval.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/etag.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using rpc::Session;
using v1::Approval;
using v1::TimelineEntry;

namespace {

void AddApprovalEntry(Session& session, const Approval& approval, TimelineEntry::Kind kind, const std::string& text) {
  TimelineEntry entry;
  entry.set_deal_id(approval.deal_id());
  entry.set_kind(kind);
  entry.set_approval_id(approval.id());
  entry.set_user_id(approval.approver_user_id());
  entry.set_to_pipeline(approval.pipeline());
  entry.set_to_stage(approval.stage());
  entry.set_text(text);
  Timeline(session).Add(std::move(entry));
}

void CheckOpenForApproval(const v1::Deal& deal) {
  if (deal.state() == v1::Deal::STATE_OPEN) return;
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

// Whoever would do. A higher approval may be needed by now than the one that is awaited.
void CheckNobodyIsAsked(Session& session, const v1::Deal& deal, const Approval& draft) {
  const auto asked = Approvals(session).SinceEntering(deal);
  const bool awaited = std::ranges::any_of(asked, [&](const Approval& each) {
    return each.state() == Approval::STATE_ASKED && each.pipeline() == draft.pipeline() &&
           each.stage() == draft.stage() && each.role() >= draft.role();
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
  CheckOpenForApproval(locked.deal);

  auto draft = request.approval();
  draft.set_pipeline(pipeline.key());
  draft.set_stage(stage.key());
  const auto wanted = RequireWanted(session, locked, pipeline, stage);
  draft.set_role(wanted.role);
  CheckNobodyIsAsked(session, locked.deal, draft);
  draft.set_state(Approval::STATE_ASKED);
  draft.set_asker_user_id(session.caller.user_id);
  draft.set_approver_user_id(ApproverOf(session, locked.deal, wanted.role));
  *draft.mutable_pass_on_time() = TimeUtil::MicrosecondsToTimestamp(session.Now() + wanted.timeout);
  draft.set_answer_user_id(0);
  draft.clear_answer_comment();
  draft.clear_answer_time();
  auto approval = Approvals(session).AddFor(locked.deal, std::move(draft));
  AddApprovalEntry(session, approval, TimelineEntry::KIND_APPROVAL_ASKED, approval.comment());
  return approval;
}

// The deal is locked first, as everywhere.
Approval AnswerApproval(Session& session, const v1::AnswerApprovalRequest& request) {
  CheckAnswer(request);
  Approvals approvals(session);
  const auto locked = LockAnyDeal(session, approvals.Get(request.approval_id()).deal_id());
  const auto before = approvals.Lock(request.approval_id());
  const int64_t deputy = DeputyOf(session, before.approver_user_id());
  if (!IsAsked(session.caller, before, deputy) && !SeesDeal(session, locked.deal)) {
    throw rpc::NotFound("approval", before.id());
  }
  CheckMayAnswer(session.caller, before, locked.deal, deputy);
  CheckAwaitsAnswer(before, locked.deal);
  rpc::CheckEtag(request.etag(), before.etag());
  auto after = before;
  after.set_state(request.state());
  after.set_answer_user_id(session.caller.user_id);
  after.set_answer_comment(request.comment());
  *after.mutable_answer_time() = TimeUtil::MicrosecondsToTimestamp(session.Now());
  after = approvals.SaveFor(locked.deal, before, std::move(after));
  const bool is_given = after.state() == Approval::STATE_GIVEN;
  AddApprovalEntry(session, after, is_given ? TimelineEntry::KIND_APPROVAL_GIVEN : TimelineEntry::KIND_APPROVAL_REFUSED,
                   after.answer_comment());
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
