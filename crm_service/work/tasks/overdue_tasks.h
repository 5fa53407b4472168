#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "crm_service/work/tasks/seen_tasks.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// Counts the overdue tasks that the caller sees, by assignee, without those of deals that wait for an approval.
class OverdueTasks {
 public:
  // `assignee_user_id` 0: of everybody.
  OverdueTasks(rpc::Session& session, int64_t assignee_user_id)
      : session_(session), now_(session.Now()), assignee_(assignee_user_id), seen_(session) {}

  // By assignee's user id.
  using Counts = std::map<int64_t, int64_t>;

  Counts Count();

 private:
  // Tasks that are overdue in every time zone.
  void AddCertain(Counts& counts);
  // All-day tasks whose day began less than two days ago: when it ends depends on the task's time zone.
  void AddEndedDays(Counts& counts);
  // What deals that wait have added. They are few.
  void SubtractWaiting(Counts& counts);
  // Restricts a statement about open tasks to those that are counted.
  void AddCounted(std::string& sql, std::vector<storage::Value>& values) const;

  rpc::Session& session_;
  const int64_t now_;
  const int64_t assignee_;
  const SeenTasks seen_;
};

}  // namespace voronka::crm
