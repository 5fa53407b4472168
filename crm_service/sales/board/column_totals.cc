#include "crm_service/sales/board/column_totals.h"

#include "crm_service/sales/deals/stage_totals.h"

namespace voronka::crm {

ColumnTotals::ColumnTotals(rpc::Session& session, const v1::Pipeline& pipeline, const v1::GetBoardRequest& request,
                           const Owners& owners) {
  for (const auto& part : StageTotals(session).Of(pipeline.key(), owners)) {
    auto& total = totals_[part.stage()][part.currency()];
    total.set_pipeline(part.pipeline());
    total.set_stage(part.stage());
    total.set_responsible_user_id(request.responsible_user_id());
    total.set_currency(part.currency());
    total.set_deals(total.deals() + part.deals());
    total.set_amount_minor(total.amount_minor() + part.amount_minor());
  }
}

void ColumnTotals::Fill(v1::BoardColumn& column) const {
  const auto found = totals_.find(column.stage());
  if (found == totals_.end()) return;
  for (const auto& [currency, total] : found->second) *column.add_totals() = total;
}

}  // namespace voronka::crm
