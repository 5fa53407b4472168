#include "crm_service/work/tasks/new_task.h"

#include <utility>

#include "crm_service/clients/sight/held_clients.h"
#include "crm_service/clients/sight/seen_clients.h"
#include "crm_service/people/accounts/accounts.h"
#include "crm_service/people/accounts/time_zone_rule.h"
#include "crm_service/people/users/active_user.h"
#include "crm_service/people/users/users.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "crm_service/work/tasks/task_entry.h"
#include "crm_service/work/tasks/tasks.h"
#include "foundation/rpc/requests/created.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

using rpc::Session;
using v1::Task;

namespace {

void RequireContact(Session& session, int64_t contact_id, const std::string& path, rpc::Violations& violations) {
  const bool is_known = contact_id == 0 || (HoldContact(session, contact_id) && SeesContact(session, contact_id));
  violations.AddUnless(is_known, "UNKNOWN_CONTACT", path + "contact_id",
                       {"There is no such contact.", "Такого контакта нет."});
}

void CheckTask(Session& session, const Task& task, const std::string& path, const Task& former) {
  rpc::Violations violations;
  violations.AddUnless(task.assignee_user_id() != 0, "REQUIRED", path + "assignee_user_id",
                       {"A task needs an assignee.", "Укажите исполнителя."});
  Users(session).RequireUser(task.assignee_user_id(), path + "assignee_user_id", violations);
  if (task.deal_id() != former.deal_id()) RequireSeenDeal(session, task.deal_id(), path + "deal_id", violations);
  if (task.contact_id() != former.contact_id()) {
    RequireContact(session, task.contact_id(), path, violations);
  } else {
    HoldContact(session, task.contact_id());
  }
  RequireTimeZone(task.time_zone(), path + "time_zone", violations);
  violations.ThrowIfAny();
}

// Who is held. A merge passes the deal on, so whoever was merged meanwhile is looked up again.
int64_t ContactOfDeal(Session& session, int64_t deal_id) {
  int64_t contact_id = Deals(session).Get(deal_id).contact_id();
  while (!HoldContact(session, contact_id)) {
    const int64_t merged_id = std::exchange(contact_id, Deals(session).Get(deal_id).contact_id());
    if (contact_id == merged_id) break;
  }
  return contact_id;
}

// The user's time zone, else the account's.
std::string TimeZoneOf(Session& session, int64_t user_id) {
  const auto own = Users(session).Get(user_id).time_zone();
  return own.empty() ? Accounts(session).Get().time_zone() : own;
}

}  // namespace

Task AddTask(Session& session, Task draft, const std::string& path, const Task& former) {
  rpc::KeepWhatCallersSet(draft);
  if (draft.assignee_user_id() == 0) draft.set_assignee_user_id(session.caller.user_id);
  CheckTask(session, draft, path, former);
  CheckMayGetWork(session, draft.assignee_user_id(), path + "assignee_user_id");
  if (draft.contact_id() == 0 && draft.deal_id() != 0) {
    draft.set_contact_id(ContactOfDeal(session, draft.deal_id()));
  }
  if (draft.time_zone().empty()) draft.set_time_zone(TimeZoneOf(session, draft.assignee_user_id()));
  draft.set_setter_user_id(session.caller.user_id);
  draft.set_state(Task::STATE_OPEN);
  const auto task = Tasks(session).Add(std::move(draft));
  AddEntry(session, task, v1::TimelineEntry::KIND_TASK_CREATED, task.text());
  return task;
}

}  // namespace voronka::crm
