#include "crm_service/work/tasks/overdue_tasks.h"

#include <chrono>

#include "crm_service/sales/approvals/waiting_deals.h"
#include "crm_service/work/tasks/task_rules.h"
#include "foundation/storage/select_by_ids.h"

namespace voronka::crm {
namespace {

using v1::Task;

// Longer than any calendar day.
constexpr int64_t kTwoDays = std::chrono::microseconds(std::chrono::days(2)).count();

}  // namespace

OverdueTasks::Counts OverdueTasks::Count() {
  Counts counts;
  AddCertain(counts);
  AddEndedDays(counts);
  SubtractWaiting(counts);
  return counts;
}

// By default MariaDB prefers an index ordered by assignee, and reads every open task of the account.
void OverdueTasks::AddCertain(Counts& counts) {
  std::string sql =
      "SELECT assignee_user_id, COUNT(*) FROM tasks FORCE INDEX (tasks_overdue) "
      "WHERE account_id = ? AND state = ? AND due_time < ? AND (all_day = 0 OR due_time < ?)";
  std::vector<storage::Value> values{session_.account_id(), Task::STATE_OPEN, now_, now_ - kTwoDays};
  AddCounted(sql, values);
  for (const auto& row : session_.db.QueryWith(sql + " GROUP BY assignee_user_id", values)) {
    counts[row.Int(0)] += row.Int(1);
  }
}

void OverdueTasks::AddEndedDays(Counts& counts) {
  std::string sql =
      "SELECT {columns} FROM tasks WHERE account_id = ? AND state = ? AND due_time >= ? AND due_time < ? "
      "AND all_day = 1";
  std::vector<storage::Value> values{session_.account_id(), Task::STATE_OPEN, now_ - kTwoDays, now_};
  AddCounted(sql, values);
  for (const auto& task : session_.db.SelectWith<Task>(sql, values)) {
    if (OverdueMoment(task) <= now_) ++counts[task.assignee_user_id()];
  }
}

// A task may come or go between the statements: nobody has less than one.
void OverdueTasks::SubtractWaiting(Counts& counts) {
  std::string sql =
      "SELECT {columns} FROM tasks FORCE INDEX (tasks_of_deal) WHERE account_id = ? AND state = ? AND due_time < ?";
  std::vector<storage::Value> values{session_.account_id(), Task::STATE_OPEN, now_};
  AddCounted(sql, values);
  for (const auto& task :
       storage::SelectByIds<Task>(session_.db, sql + " AND deal_id IN ({ids})", values, WaitingDeals(session_))) {
    const auto of_assignee = counts.find(task.assignee_user_id());
    if (of_assignee == counts.end() || OverdueMoment(task) > now_) continue;
    if (--of_assignee->second == 0) counts.erase(of_assignee);
  }
}

// Everybody sees their own, and their count is the one that is asked for most: no deals are looked up for it.
void OverdueTasks::AddCounted(std::string& sql, std::vector<storage::Value>& values) const {
  if (assignee_ != 0) {
    sql += " AND assignee_user_id = ?";
    values.emplace_back(assignee_);
  }
  if (assignee_ == 0 || assignee_ != session_.caller.user_id) seen_.AddTo(sql, values);
}

}  // namespace voronka::crm
