#include "crm_service/sales/filters/deal_filter_steps.h"

#include <map>
#include <string>

#include "crm_service/fields/filters/sift.h"
#include "crm_service/sales/filters/deal_source.h"
#include "crm_service/sales/filters/deal_table.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

using rpc::Session;

v1::FilterDealsResponse FilterDeals(Session& session, const v1::FilterDealsRequest& request) {
  const rpc::Page page(request, {0, 0});
  FilterPlan plan(session, DealTable(), FilterIn(request), request.order_by());
  DealSource source(session, plan, SightOf(session, v1::ENTITY_DEAL).owners());
  v1::FilterDealsResponse response;
  FillFiltered(session, plan, source, page, response.mutable_deals(), response.mutable_next_page_token());
  return response;
}

v1::CountDealsResponse CountDeals(Session& session, const v1::CountDealsRequest& request) {
  FilterPlan plan(session, DealTable(), FilterIn(request), "");
  DealSource source(session, plan, SightOf(session, v1::ENTITY_DEAL).owners());
  v1::CountDealsResponse response;
  std::map<std::string, int64_t> amounts;
  response.set_is_partial(CountFiltered(session, plan, source, [&](const v1::Deal& deal) {
    response.set_count(response.count() + 1);
    if (deal.has_amount()) amounts[deal.amount().currency()] += deal.amount().minor();
  }));
  for (const auto& [currency, minor] : amounts) {
    auto& amount = *response.add_amounts();
    amount.set_currency(currency);
    amount.set_minor(minor);
  }
  return response;
}

}  // namespace voronka::crm
