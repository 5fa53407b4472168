#include "crm_service/work/tasks/tasks.h"

#include <google/protobuf/util/time_util.h>

#include "crm_service/people/accounts/accounts.h"
#include "crm_service/people/accounts/time_zone_rule.h"
#include "crm_service/clients/contacts/contacts.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/log/events/record.h"
#include "crm_service/work/tasks/task_rules.h"
#include "crm_service/sales/timeline/timeline.h"
#include "crm_service/people/users/active_user.h"
#include "crm_service/people/users/users.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::TimeUtil;
using rpc::Violations;
using v1::Task;
using v1::TimelineEntry;

Task Found(std::optional<Task> task, int64_t id) {
  if (!task) throw rpc::NotFound("task", id);
  return *std::move(task);
}

}  // namespace

Task Tasks::Get(int64_t id) {
  return Found(session_.db.SelectOne<Task>("SELECT {columns} FROM tasks WHERE account_id = ? AND id = ?",
                                           session_.account_id(), id),
               id);
}

Task Tasks::Lock(int64_t id) {
  return Found(session_.db.SelectOne<Task>("SELECT {columns} FROM tasks WHERE account_id = ? AND id = ? FOR UPDATE",
                                           session_.account_id(), id),
               id);
}

Task Tasks::Create(const v1::CreateTaskRequest& request) { return Insert(request.task(), "task."); }

Task Tasks::Insert(Task draft, const std::string& path) {
  if (draft.assignee_user_id() == 0) draft.set_assignee_user_id(session_.caller.user_id);
  CheckReferences(draft, path);
  CheckMayGetWork(session_, draft.assignee_user_id(), path + "assignee_user_id");
  if (draft.contact_id() == 0 && draft.deal_id() != 0) {
    draft.set_contact_id(Deals(session_).Get(draft.deal_id()).contact_id());
  }
  if (draft.time_zone().empty()) draft.set_time_zone(TimeZoneOf(draft.assignee_user_id()));
  draft.set_id(session_.NextId("task"));
  draft.set_setter_user_id(session_.caller.user_id);
  draft.set_state(Task::STATE_OPEN);
  draft.clear_result();
  draft.clear_complete_time();
  draft.set_etag(1);
  *draft.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  session_.db.Insert("tasks", {{"account_id", session_.account_id()}}, draft);
  Tell(nullptr, draft, TimelineEntry::KIND_TASK_CREATED, draft.text());
  return draft;
}

std::string Tasks::TimeZoneOf(int64_t user_id) {
  const auto own = Users(session_).Get(user_id).time_zone();
  return own.empty() ? Accounts(session_).Get().time_zone() : own;
}

void Tasks::CheckReferences(const Task& task, const std::string& path) {
  Violations violations;
  violations.AddUnless(task.assignee_user_id() != 0, "REQUIRED", path + "assignee_user_id",
                       {"Somebody has to do it.", "Укажите исполнителя."});
  Users(session_).RequireUser(task.assignee_user_id(), path + "assignee_user_id", violations);
  const auto deal =
      session_.db.Query("SELECT id FROM deals WHERE account_id = ? AND id = ?", session_.account_id(), task.deal_id());
  violations.AddUnless(task.deal_id() == 0 || !deal.empty(), "UNKNOWN_DEAL", path + "deal_id",
                       {"There is no such deal.", "Такой сделки нет."});
  violations.AddUnless(task.contact_id() == 0 || Contacts(session_).Find(task.contact_id()).has_value(),
                       "UNKNOWN_CONTACT", path + "contact_id", {"There is no such contact.", "Такого контакта нет."});
  RequireTimeZone(task.time_zone(), path + "time_zone", violations);
  violations.ThrowIfAny();
}

v1::CompleteTaskResponse Tasks::Complete(const v1::CompleteTaskRequest& request) {
  const auto before = Lock(request.task_id());
  CheckMayChange(session_.caller, before);
  CheckIsOpen(before);
  CheckEtag(request.etag(), before);
  auto after = before;
  after.set_state(Task::STATE_COMPLETED);
  after.set_result(request.result());
  *after.mutable_complete_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  v1::CompleteTaskResponse response;
  *response.mutable_task() = Save(before, std::move(after), TimelineEntry::KIND_TASK_COMPLETED, request.result());
  if (request.has_next_task()) {
    *response.mutable_next_task() = Insert(NextTask(request.next_task(), before), "next_task.");
  }
  return response;
}

Task Tasks::Reschedule(const v1::RescheduleTaskRequest& request) {
  const auto before = Lock(request.task_id());
  CheckMayChange(session_.caller, before);
  CheckIsOpen(before);
  CheckEtag(request.etag(), before);
  auto after = before;
  *after.mutable_due_time() = request.due_time();
  return Save(before, std::move(after), TimelineEntry::KIND_TASK_RESCHEDULED, request.reason());
}

Task Tasks::Save(const Task& before, Task after, TimelineEntry::Kind told_as, const std::string& text) {
  after.set_etag(before.etag() + 1);
  session_.db.Update("tasks", after, "WHERE account_id = ? AND id = ?", session_.account_id(), before.id());
  Tell(&before, after, told_as, text);
  return after;
}

void Tasks::Tell(const Task* before, const Task& after, TimelineEntry::Kind told_as, const std::string& text) {
  if (after.deal_id() != 0) {
    TimelineEntry entry;
    entry.set_deal_id(after.deal_id());
    entry.set_kind(told_as);
    entry.set_task_id(after.id());
    entry.set_user_id(after.assignee_user_id());
    entry.set_text(text);
    *entry.mutable_deadline() = after.due_time();
    Timeline(session_).Add(std::move(entry));
  }
  v1::Event event;
  if (before != nullptr) *event.mutable_task()->mutable_before() = *before;
  *event.mutable_task()->mutable_after() = after;
  Record(session_, std::move(event));
}

}  // namespace voronka::crm
