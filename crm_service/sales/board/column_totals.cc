#include "crm_service/sales/board/column_totals.h"

#include "crm_service/fields/filters/sift.h"
#include "crm_service/sales/deals/stage_totals.h"
#include "crm_service/sales/filters/deals_on_board.h"

namespace voronka::crm {

ColumnTotals::ColumnTotals(rpc::Session& session, const v1::Pipeline& pipeline, const v1::GetBoardRequest& request,
                           const FilterPlan* filter, const Owners& owners)
    : responsible_user_id_(request.responsible_user_id()) {
  if (filter != nullptr) {
    Count(session, *filter, owners);
  } else {
    for (const auto& part : StageTotals(session).Of(pipeline.key(), owners)) Add(part);
  }
}

void ColumnTotals::Fill(v1::BoardColumn& column) const {
  column.set_totals_are_partial(are_partial_);
  const auto found = totals_.find(column.stage());
  if (found == totals_.end()) return;
  for (const auto& [currency, total] : found->second) *column.add_totals() = total;
}

void ColumnTotals::Count(rpc::Session& session, FilterPlan plan, const Owners& owners) {
  DealSource source(session, plan, owners);
  are_partial_ = CountFiltered(session, plan, source, [&](const v1::Deal& deal) {
    v1::StageTotal part;
    part.set_pipeline(deal.pipeline());
    part.set_stage(deal.stage());
    part.set_currency(deal.amount().currency());
    part.set_deals(1);
    part.set_amount_minor(deal.amount().minor());
    Add(part);
  });
}

void ColumnTotals::Add(const v1::StageTotal& part) {
  auto& total = totals_[part.stage()][part.currency()];
  total.set_pipeline(part.pipeline());
  total.set_stage(part.stage());
  total.set_responsible_user_id(responsible_user_id_);
  total.set_currency(part.currency());
  total.set_deals(total.deals() + part.deals());
  total.set_amount_minor(total.amount_minor() + part.amount_minor());
}

}  // namespace voronka::crm
