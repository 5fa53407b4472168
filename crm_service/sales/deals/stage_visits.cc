#include "crm_service/sales/deals/stage_visits.h"

#include "crm_service/sales/deals/deals.h"
#include "foundation/rpc/page.h"

namespace voronka::crm {

// Numbered by the deal's etag, which grows with every write, whichever replica it comes from.
void StageVisits::Enter(const v1::Deal& deal) {
  session_.db.Execute(
      "INSERT INTO stage_visits (account_id, deal_id, id, pipeline, stage, responsible_user_id, enter_time) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      session_.account_id(), deal.id(), deal.etag(), deal.pipeline(), deal.stage(), deal.responsible_user_id(),
      deal.stage_enter_time());
}

// A visit ends when the next begins; the page's reading ahead by one row knows it for the last on the page too.
v1::ListStageHistoryResponse StageVisits::List(const v1::ListStageHistoryRequest& request) {
  const rpc::Page page(request, {0});
  Deals(session_).Get(request.deal_id());
  auto visits = session_.db.Select<v1::StageVisit>(
      "SELECT id, deal_id, pipeline, stage, responsible_user_id, enter_time FROM stage_visits "
      "WHERE account_id = ? AND deal_id = ? AND id > ? ORDER BY id LIMIT ?",
      session_.account_id(), request.deal_id(), page.key(), page.limit());
  for (size_t i = 1; i < visits.size(); ++i) *visits[i - 1].mutable_leave_time() = visits[i].enter_time();
  v1::ListStageHistoryResponse response;
  page.Fill(std::move(visits), response.mutable_visits(), response.mutable_next_page_token(),
            [](const auto& visit) { return std::vector{visit.id()}; });
  return response;
}

}  // namespace voronka::crm
