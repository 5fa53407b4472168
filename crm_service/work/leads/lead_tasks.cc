#include "crm_service/work/leads/lead_tasks.h"

#include <utility>

#include "crm_service/work/tasks/tasks.h"

namespace voronka::crm {

void BringTasks(rpc::Session& session, int64_t from_deal_id, int64_t to_deal_id) {
  const auto open = session.db.Select<v1::Task>(
      "SELECT {columns} FROM tasks WHERE account_id = ? AND deal_id = ? AND state = ? ORDER BY due_time, id FOR UPDATE",
      session.account_id(), from_deal_id, v1::Task::STATE_OPEN);
  for (const auto& before : open) {
    auto after = before;
    after.set_deal_id(to_deal_id);
    Tasks(session).Save(before, std::move(after));
  }
}

}  // namespace voronka::crm
