#include "crm_service/work/tasks/seen_tasks.h"

#include "crm_service/sales/sight/seen_deals.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

using v1::Task;

SeenTasks::SeenTasks(rpc::Session& session) : session_(session), sight_(SightOf(session, v1::ENTITY_DEAL)) {}

void SeenTasks::AddTo(std::string& sql, std::vector<storage::Value>& values) const {
  if (sight_.is_whole()) return;
  const int64_t caller = session_.caller.user_id;
  values.insert(values.end(), {caller, caller});
  sql += " AND (assignee_user_id = ? OR setter_user_id = ? OR (deal_id = 0";
  AddOwners(sight_.owners(), "assignee_user_id", sql, values);
  sql += ") OR (deal_id <> 0";
  AddOwners(
      sight_.owners(),
      "(SELECT d.responsible_user_id FROM deals d WHERE d.account_id = tasks.account_id AND d.id = tasks.deal_id)", sql,
      values);
  sql += "))";
}

bool SeesTask(rpc::Session& session, const Task& task) {
  const int64_t caller = session.caller.user_id;
  if (task.assignee_user_id() == caller || task.setter_user_id() == caller) return true;
  if (task.deal_id() != 0) return UnseenAmong(session, {task.deal_id()}).empty();
  return SightOf(session, v1::ENTITY_DEAL).Covers(task.assignee_user_id());
}

void RequireSeenTask(rpc::Session& session, const Task& task) {
  if (!SeesTask(session, task)) throw rpc::NotFound("task", task.id());
}

}  // namespace voronka::crm
