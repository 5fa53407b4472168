#include "crm_service/work/activities/activity_steps.h"

#include <google/protobuf/util/time_util.h>

#include <limits>
#include <utility>
#include <vector>

#include "crm_service/clients/sight/held_clients.h"
#include "crm_service/clients/sight/seen_clients.h"
#include "crm_service/sales/deals/deal_access.h"
#include "crm_service/sales/deals/deal_lock.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "crm_service/sales/timeline/timeline.h"
#include "crm_service/work/activities/activities.h"
#include "crm_service/work/activities/activity_rules.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/etag.h"
#include "foundation/rpc/requests/page.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using rpc::Session;
using v1::Activity;
using v1::Deal;
using v1::TimelineEntry;

namespace {

bool MayName(Session& session, int64_t contact_id) {
  if (contact_id == 0) return true;
  return HoldContact(session, contact_id) && SeesContact(session, contact_id);
}

// Whom it was with stays true, even if the caller does not see the contact any more: only another one is looked up.
// `before`: empty for a new one.
void CheckActivity(Session& session, const Activity& before, const Activity& after, const Deal& deal) {
  rpc::Violations violations;
  const bool is_known = after.contact_id() == before.contact_id() || MayName(session, after.contact_id());
  violations.AddUnless(is_known, "UNKNOWN_CONTACT", "activity.contact_id",
                       {"There is no such contact.", "Такого контакта нет."});
  RequireChannelOfKind(after, violations);
  violations.ThrowIfAny();
  CheckTime(after, deal, session.Now());
}

void TellOf(Session& session, const Activity& activity) {
  TimelineEntry entry;
  entry.set_deal_id(activity.deal_id());
  entry.set_kind(TimelineEntry::KIND_ACTIVITY);
  entry.set_activity_id(activity.id());
  entry.set_text(activity.note());
  Timeline(session).Add(std::move(entry));
}

// `after`: null if it was deleted.
void TellOfCorrection(Session& session, const Activity& before, const Activity* after) {
  TimelineEntry entry;
  entry.set_deal_id(before.deal_id());
  entry.set_kind(after == nullptr ? TimelineEntry::KIND_ACTIVITY_DELETED : TimelineEntry::KIND_ACTIVITY_UPDATED);
  entry.set_activity_id(before.id());
  *entry.mutable_activity_edit()->mutable_before() = before;
  if (after != nullptr) *entry.mutable_activity_edit()->mutable_after() = *after;
  Timeline(session).Add(std::move(entry));
}

// One that the caller may change, and its deal: both locked, the deal first.
struct LockedActivity {
  Deal deal;
  Activity activity;
};

LockedActivity LockActivity(Session& session, int64_t activity_id) {
  Activities table(session);
  auto locked = LockDeal(session, table.Get(activity_id).deal_id());
  auto activity = table.Lock(activity_id);
  CheckMayChange(session.caller, activity);
  return {std::move(locked.deal), std::move(activity)};
}

}  // namespace

Activity CreateActivity(Session& session, const v1::CreateActivityRequest& request) {
  const auto locked = LockDeal(session, request.activity().deal_id());
  CheckMayChange(session, locked.deal);
  auto activity = Completed(request.activity(), locked.deal, session.Now());
  activity.set_user_id(session.caller.user_id);
  CheckActivity(session, Activity(), activity, locked.deal);
  activity = Activities(session).Add(std::move(activity));
  TellOf(session, activity);
  return activity;
}

Activity UpdateActivity(Session& session, const v1::UpdateActivityRequest& request) {
  const auto locked = LockActivity(session, request.activity_id());
  const auto& before = locked.activity;
  const auto changed = rpc::Updated(before, request.activity(), request);
  if (!changed) return before;
  auto after = Completed(*changed, locked.deal, TimeUtil::TimestampToMicroseconds(before.create_time()));
  CheckActivity(session, before, after, locked.deal);
  after = Activities(session).Save(before, std::move(after));
  TellOfCorrection(session, before, &after);
  return after;
}

google::protobuf::Empty DeleteActivity(Session& session, const v1::DeleteActivityRequest& request) {
  const auto activity = LockActivity(session, request.activity_id()).activity;
  Activities(session).Remove(activity);
  TellOfCorrection(session, activity, nullptr);
  return {};
}

v1::ListActivitiesResponse ListActivities(Session& session, const v1::ListActivitiesRequest& request) {
  const rpc::Page page(request, {std::numeric_limits<int64_t>::max()});
  GetSeenDeal(session, request.deal_id());
  v1::ListActivitiesResponse response;
  page.Fill(Activities(session).Of(request.deal_id(), page), response.mutable_activities(),
            response.mutable_next_page_token(),
            [](const Activity& activity) { return std::vector<int64_t>{activity.id()}; });
  return response;
}

}  // namespace voronka::crm
