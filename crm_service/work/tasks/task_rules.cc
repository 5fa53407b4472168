#include "crm_service/work/tasks/task_rules.h"

#include <google/protobuf/util/time_util.h>

#include "foundation/calendar/day.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

using rpc::Code;
using v1::Task;

void CheckMayChange(const rpc::Caller& caller, const Task& task) {
  const bool own = task.assignee_user_id() == caller.user_id || task.setter_user_id() == caller.user_id;
  if (own || caller.LeadsSales()) return;
  throw rpc::Error(Code::kPermissionDenied,
                   {"NOT_YOUR_TASK", "task_id", {"The task is another manager's.", "Это задача другого менеджера."}});
}

void CheckIsOpen(const Task& task) {
  if (task.state() == Task::STATE_OPEN) return;
  throw rpc::Error(Code::kFailedPrecondition,
                   {"TASK_COMPLETED", "task_id", {"The task is completed.", "Задача уже выполнена."}});
}

int64_t OverdueMoment(const Task& task) {
  const int64_t due = google::protobuf::util::TimeUtil::TimestampToMicroseconds(task.due_time());
  return task.all_day() ? calendar::EndOfDay(due, calendar::ZoneNamed(task.time_zone())) : due;
}

Task NextTask(const Task& draft, const Task& before) {
  Task next = draft;
  if (next.deal_id() == 0) next.set_deal_id(before.deal_id());
  if (next.contact_id() == 0) next.set_contact_id(before.contact_id());
  if (next.assignee_user_id() == 0) next.set_assignee_user_id(before.assignee_user_id());
  return next;
}

}  // namespace voronka::crm
