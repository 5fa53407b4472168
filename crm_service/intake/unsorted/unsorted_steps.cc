#include "crm_service/intake/unsorted/unsorted_steps.h"

#include <google/protobuf/util/time_util.h>

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/clients/contacts/contacts.h"
#include "crm_service/intake/unsorted/attaching.h"
#include "crm_service/intake/unsorted/hidden_by_all.h"
#include "crm_service/intake/unsorted/unsorted_deals.h"
#include "crm_service/intake/unsorted/unsorted_hidings.h"
#include "crm_service/intake/unsorted/unsorted_list.h"
#include "crm_service/intake/unsorted/unsorted_lock.h"
#include "crm_service/intake/unsorted/unsorted_rules.h"
#include "crm_service/people/access/sight.h"
#include "crm_service/sales/approvals/approvals.h"
#include "crm_service/sales/deals/deal_rules.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/deals/move_steps.h"
#include "crm_service/sales/deals/sorting.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using rpc::Session;
using v1::Deal;
using v1::ResourceChange;
using v1::TimelineEntry;
using v1::UnsortedInquiry;

namespace {

constexpr int64_t kBeforeAll = std::numeric_limits<int64_t>::max();
const std::string kUnsaid;

bool SeesWhatNobodyHas(Session& session) { return SightOf(session, v1::ENTITY_DEAL).Covers(0); }

std::vector<int64_t> KeyOf(const UnsortedInquiry& each) { return {each.deal().id()}; }

void CheckFree(Session& session, const LockedDeal& locked, const Move& move) {
  rpc::Violations violations;
  CheckFreeTo(session, locked, move, violations);
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
}

void EndApprovals(Session& session, const LockedDeal& locked) {
  if (locked.has_approvals) Approvals(session).WithdrawOf(locked.deal.id());
}

// The contact passes from one user to another; 0: nobody. False: somebody else has it.
bool PassContact(Session& session, int64_t contact_id, int64_t from, int64_t to) {
  if (contact_id == 0) return false;
  Contacts contacts(session);
  const auto before = contacts.Lock(contact_id);
  if (before.responsible_user_id() != from) return false;
  auto after = before;
  after.set_responsible_user_id(to);
  contacts.Save(before, std::move(after));
  return true;
}

struct Joining {
  LockedDeal inquiry;
  LockedDeal target;
};

// The lower id first, so that two who attach never wait for each other.
Joining LockJoining(Session& session, const v1::AttachUnsortedRequest& request) {
  rpc::Violations violations;
  violations.AddUnless(request.deal_id() != request.target_deal_id(), "SAME_DEAL", "target_deal_id",
                       {"An inquiry cannot join itself.", "Нельзя присоединить заявку к ней самой."});
  violations.ThrowIfAny();
  if (request.target_deal_id() < request.deal_id()) {
    auto target = LockDeal(session, request.target_deal_id());
    return {LockUnsorted(session, request.deal_id()), std::move(target)};
  }
  auto inquiry = LockUnsorted(session, request.deal_id());
  return {std::move(inquiry), LockDeal(session, request.target_deal_id())};
}

void CheckMayJoin(Session& session, const Joining& joining) {
  rpc::Violations violations;
  violations.AddUnless(joining.target.deal.state() == Deal::STATE_OPEN, "NOT_OPEN", "target_deal_id",
                       {"The other deal is closed.", "Та сделка закрыта."});
  violations.AddUnless(!HasWork(session, joining.inquiry.deal), "HAS_WORK", "deal_id",
                       {"Somebody has worked on the inquiry already. Accept it instead.",
                        "По заявке уже есть задачи, звонки, контакты или файлы: её можно только принять."});
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
}

}  // namespace

v1::ListUnsortedResponse ListUnsorted(Session& session, const v1::ListUnsortedRequest& request) {
  const rpc::Page page(request, {kBeforeAll}, rpc::kMostLargeRows);
  v1::ListUnsortedResponse response;
  if (!SeesWhatNobodyHas(session)) return response;
  page.Fill(WithInquiries(session, UnsortedDeals(session).Waiting(request.hidden(), page.key(), page.limit())),
            response.mutable_inquiries(), response.mutable_next_page_token(), KeyOf);
  return response;
}

v1::CountUnsortedResponse CountUnsorted(Session& session, const v1::CountUnsortedRequest&) {
  v1::CountUnsortedResponse response;
  if (SeesWhatNobodyHas(session)) response.set_waiting(UnsortedDeals(session).CountWaiting());
  return response;
}

v1::ListDeclinedUnsortedResponse ListDeclinedUnsorted(Session& session,
                                                      const v1::ListDeclinedUnsortedRequest& request) {
  const rpc::Page page(request, {kBeforeAll}, rpc::kMostLargeRows);
  v1::ListDeclinedUnsortedResponse response;
  if (!SeesWhatNobodyHas(session)) return response;
  auto declined = WithInquiries(session, UnsortedDeals(session).Declined(page.key(), page.limit()));
  SayWhoDeclined(session, declined);
  page.Fill(std::move(declined), response.mutable_inquiries(), response.mutable_next_page_token(), KeyOf);
  return response;
}

Deal AcceptUnsorted(Session& session, const v1::AcceptUnsortedRequest& request) {
  const auto locked = LockUnsorted(session, request.deal_id());
  const auto& before = locked.deal;
  const Move move{locked.pipeline, StageToWorkIn(locked.pipeline, request.stage()), kUnsaid, kUnsaid, kUnsaid};
  CheckFree(session, locked, move);
  EndApprovals(session, locked);
  const int64_t taker = session.caller.user_id;
  const bool has_contact = PassContact(session, before.contact_id(), 0, taker);
  return Deals(session).Save(before, Moved(session.caller, before, move, false, session.Now()),
                             {.kind = ResourceChange::KIND_MOVED,
                              .entry_kind = TimelineEntry::KIND_UNSORTED_ACCEPTED,
                              .user_id = has_contact ? taker : 0});
}

Deal AttachUnsorted(Session& session, const v1::AttachUnsortedRequest& request) {
  const auto joining = LockJoining(session, request);
  CheckMayJoin(session, joining);
  EndApprovals(session, joining.inquiry);
  const auto& before = joining.inquiry.deal;
  auto after = before;
  *after.mutable_attachment() = Attach(session, before, joining.target.deal);
  after.set_state(Deal::STATE_ATTACHED);
  after.clear_stage();
  *after.mutable_stage_enter_time() = TimeUtil::MicrosecondsToTimestamp(session.Now());
  after.clear_sort_deadline();
  Deals(session).Save(before, std::move(after),
                      {.kind = ResourceChange::KIND_MOVED, .entry_kind = TimelineEntry::KIND_UNSORTED_ATTACHED});
  return joining.target.deal;
}

Deal DeclineUnsorted(Session& session, const v1::DeclineUnsortedRequest& request) {
  const auto locked = LockUnsorted(session, request.deal_id());
  const auto& before = locked.deal;
  const Move move{locked.pipeline, FirstLostStage(locked.pipeline), request.loss_reason(), request.loss_comment(),
                  kUnsaid};
  CheckFree(session, locked, move);
  EndApprovals(session, locked);
  auto after = Moved(session.caller, before, move, false, session.Now());
  after.set_responsible_user_id(0);
  auto text = LossText(locked.pipeline, after);
  return Deals(session).Save(
      before, std::move(after),
      {.kind = ResourceChange::KIND_MOVED, .entry_kind = TimelineEntry::KIND_STAGE_CHANGED, .text = std::move(text)});
}

Deal ReturnUnsorted(Session& session, const v1::ReturnUnsortedRequest& request) {
  const auto locked = LockDeal(session, request.deal_id());
  const auto& before = locked.deal;
  const auto last = LastSortingOf(session, before.id());
  CheckMayReturn(session.caller, locked.pipeline, before, last);
  EndApprovals(session, locked);
  const auto& incoming = locked.pipeline.stages(0);
  if (WasAttached(before, last)) {
    Detach(session, before, LockAnyDeal(session, before.attachment().deal_id()).deal, incoming);
  }
  if (last.user_id() != 0) PassContact(session, before.contact_id(), before.responsible_user_id(), 0);
  auto after =
      Moved(session.caller, before, {locked.pipeline, incoming, kUnsaid, kUnsaid, kUnsaid}, false, session.Now());
  after.set_responsible_user_id(0);
  after.clear_attachment();
  SetSortDeadline(incoming, session.Now(), after);
  return Deals(session).Save(before, std::move(after),
                             {.kind = ResourceChange::KIND_MOVED, .entry_kind = TimelineEntry::KIND_STAGE_CHANGED});
}

Deal HideUnsorted(Session& session, const v1::HideUnsortedRequest& request) {
  const auto locked = LockUnsorted(session, request.deal_id());
  UnsortedHidings hidings(session);
  const bool is_managers = hidings.Add(locked.deal.id()) && session.caller.role == options::v1::ROLE_MANAGER;
  if (is_managers && !hidings.IsShownToSomeManager(locked.deal.id())) TellHiddenByAll(session, locked.deal);
  return locked.deal;
}

Deal UnhideUnsorted(Session& session, const v1::UnhideUnsortedRequest& request) {
  auto deal = GetSeenDeal(session, request.deal_id());
  UnsortedHidings(session).Remove(deal.id());
  return deal;
}

}  // namespace voronka::crm
