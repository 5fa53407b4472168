#include "crm_service/work/tasks/task_steps.h"

#include <google/protobuf/util/time_util.h>

#include <utility>

#include "crm_service/work/tasks/new_task.h"
#include "crm_service/work/tasks/seen_tasks.h"
#include "crm_service/work/tasks/task_entry.h"
#include "crm_service/work/tasks/task_rules.h"
#include "crm_service/work/tasks/tasks.h"
#include "foundation/rpc/requests/etag.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using rpc::Session;
using v1::Task;
using v1::TimelineEntry;

namespace {

// Locks a task that must be open and one that the caller may change.
Task LockOpen(Session& session, int64_t task_id, int64_t etag) {
  auto task = Tasks(session).Lock(task_id);
  RequireSeenTask(session, task);
  CheckMayChange(session.caller, task);
  CheckIsOpen(task);
  rpc::CheckEtag(etag, task.etag());
  return task;
}

}  // namespace

Task CreateTask(Session& session, const v1::CreateTaskRequest& request) {
  return AddTask(session, request.task(), "task.");
}

Task GetTask(Session& session, const v1::GetTaskRequest& request) {
  auto task = Tasks(session).Get(request.task_id());
  RequireSeenTask(session, task);
  return task;
}

v1::CompleteTaskResponse CompleteTask(Session& session, const v1::CompleteTaskRequest& request) {
  const auto before = LockOpen(session, request.task_id(), request.etag());
  auto after = before;
  after.set_state(Task::STATE_COMPLETED);
  after.set_result(request.result());
  *after.mutable_complete_time() = TimeUtil::MicrosecondsToTimestamp(session.Now());
  after = Tasks(session).Save(before, std::move(after));
  AddEntry(session, after, TimelineEntry::KIND_TASK_COMPLETED, request.result());
  v1::CompleteTaskResponse response;
  *response.mutable_task() = std::move(after);
  if (request.has_next_task()) {
    *response.mutable_next_task() = AddTask(session, NextTask(request.next_task(), before), "next_task.", before);
  }
  return response;
}

Task RescheduleTask(Session& session, const v1::RescheduleTaskRequest& request) {
  const auto before = LockOpen(session, request.task_id(), request.etag());
  auto after = before;
  *after.mutable_due_time() = request.due_time();
  if (request.has_reminders()) *after.mutable_reminders() = request.reminders();
  after = Tasks(session).Save(before, std::move(after));
  AddEntry(session, after, TimelineEntry::KIND_TASK_RESCHEDULED, request.reason());
  return after;
}

}  // namespace voronka::crm
