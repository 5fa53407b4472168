#include "crm_service/work/tasks/task_handover.h"

#include <utility>
#include <vector>

#include "crm_service/work/tasks/task_entry.h"
#include "crm_service/work/tasks/tasks.h"

namespace voronka::crm {
namespace {

using v1::Task;

std::vector<Task> LockOpenTasks(rpc::Session& session, int64_t deal_id, int64_t assignee_user_id) {
  return session.db.Select<Task>(
      "SELECT {columns} FROM tasks WHERE account_id = ? AND deal_id = ? AND state = ? AND assignee_user_id = ? "
      "ORDER BY due_time, id FOR UPDATE",
      session.account_id(), deal_id, Task::STATE_OPEN, assignee_user_id);
}

}  // namespace

void PassTasksOn(rpc::Session& session, const v1::Deal& deal, int64_t from_user_id) {
  for (const auto& before : LockOpenTasks(session, deal.id(), from_user_id)) {
    auto after = before;
    after.set_assignee_user_id(deal.responsible_user_id());
    after = Tasks(session).Save(before, std::move(after));
    AddEntry(session, after, v1::TimelineEntry::KIND_TASK_REASSIGNED, "");
  }
}

}  // namespace voronka::crm
