#include "crm_service/sales/deals/stage_visits.h"

namespace voronka::crm {

// The id is the deal's etag: it grows with every write, from whichever replica.
void StageVisits::Enter(const v1::Deal& deal) {
  session_.db.Execute(
      "INSERT INTO stage_visits (account_id, deal_id, id, pipeline, stage, responsible_user_id, enter_time) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      session_.account_id(), deal.id(), deal.etag(), deal.pipeline(), deal.stage(), deal.responsible_user_id(),
      deal.stage_enter_time());
}

// A visit ends when the next one begins. A page reads one row ahead, so its last visit has a leave time too.
std::vector<v1::StageVisit> StageVisits::Of(int64_t deal_id, int64_t beyond, int limit) {
  auto visits = session_.db.Select<v1::StageVisit>(
      "SELECT id, deal_id, pipeline, stage, responsible_user_id, enter_time FROM stage_visits "
      "WHERE account_id = ? AND deal_id = ? AND id > ? ORDER BY id LIMIT ?",
      session_.account_id(), deal_id, beyond, limit);
  for (size_t i = 1; i < visits.size(); ++i) *visits[i - 1].mutable_leave_time() = visits[i].enter_time();
  return visits;
}

}  // namespace voronka::crm
