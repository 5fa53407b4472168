#include "crm_service/work/tasks/task_entry.h"

#include <utility>

#include "crm_service/sales/timeline/timeline.h"

namespace voronka::crm {

void AddEntry(rpc::Session& session, const v1::Task& task, v1::TimelineEntry::Kind entry_kind,
              const std::string& text) {
  if (task.deal_id() == 0) return;
  v1::TimelineEntry entry;
  entry.set_deal_id(task.deal_id());
  entry.set_kind(entry_kind);
  entry.set_task_id(task.id());
  entry.set_user_id(task.assignee_user_id());
  entry.set_text(text);
  *entry.mutable_deadline() = task.due_time();
  Timeline(session).Add(std::move(entry));
}

}  // namespace voronka::crm
