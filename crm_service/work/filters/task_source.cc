#include "crm_service/work/filters/task_source.h"

#include <utility>

#include "crm_service/fields/filters/said_values.h"
#include "crm_service/sales/approvals/waiting_deals.h"
#include "crm_service/work/tasks/task_rules.h"
#include "foundation/storage/select_by_ids.h"

namespace voronka::crm {

using v1::FieldValue;
using v1::Task;

namespace {

constexpr char kOverdue[] = "task.overdue";

}  // namespace

const FilterTable& TaskTable() {
  static const FilterTable table{v1::FILTER_SUBJECT_TASKS,
                                 Task::descriptor(),
                                 "tasks",
                                 {{"PRIMARY", {"id"}},
                                  {"tasks_by_due", {"state", "due_time"}},
                                  {"tasks_by_assignee", {"assignee_user_id", "state", "due_time"}},
                                  {"tasks_of_deal", {"deal_id", "state", "due_time"}},
                                  {"tasks_of_contact", {"contact_id", "state", "due_time"}},
                                  {"tasks_by_due_time", {"due_time"}},
                                  {"tasks_by_create_time", {"create_time"}},
                                  {"tasks_by_assignee_in_order", {"assignee_user_id"}, true}},
                                 {{"due_time"}, {"create_time"}, {"assignee_user_id", FilterOrder::Blank::kZero}}};
  return table;
}

std::vector<Narrowing> TaskSource::Narrowings() const {
  if (!MustBeYes(plan_.constraints(), kOverdue)) return {};
  return {{"SELECT id FROM tasks FORCE INDEX (tasks_by_due) WHERE account_id = ? AND state = ? AND due_time <= ?",
           {session_.account_id(), Task::STATE_OPEN, session_.Now()}}};
}

void TaskSource::Read(const std::vector<int64_t>& ids) {
  std::string sql = "SELECT {columns} FROM tasks WHERE account_id = ?";
  std::vector<storage::Value> values{session_.account_id()};
  seen_.AddTo(sql, values);
  tasks_.clear();
  std::vector<int64_t> deals;
  for (auto& task : storage::SelectByIds<Task>(session_.db, sql + " AND id IN ({ids})", values, ids)) {
    const int64_t id = task.id();
    deals.push_back(task.deal_id());
    tasks_.emplace(id, std::move(task));
  }
  if (plan_.Names(kOverdue)) waiting_ = WaitingOf(session_, deals);
}

Task* TaskSource::Find(int64_t id) {
  const auto found = tasks_.find(id);
  return found == tasks_.end() ? nullptr : &found->second;
}

bool TaskSource::IsOverdue(const Task& task) const {
  return task.state() == Task::STATE_OPEN && OverdueMoment(task) <= session_.Now() &&
         !waiting_.contains(task.deal_id());
}

std::vector<FieldValue> TaskSource::ValuesOf(const Task& task, const std::string& field) const {
  if (field == kOverdue) return YesOrNo(IsOverdue(task));
  const auto& definition = *plan_.fields().Find(field);
  auto values = SystemValues(task, definition.key(), definition.kind());
  std::erase_if(values, [](const FieldValue& value) { return IsBlank(value); });
  return values;
}

}  // namespace voronka::crm
