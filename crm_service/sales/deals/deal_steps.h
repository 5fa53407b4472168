#pragma once

#include "crm_service/sales/deals/deal_handover.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// The offers of a deal are in offer_steps.h.

v1::Deal CreateDeal(rpc::Session& session, const v1::CreateDealRequest& request);
v1::Deal GetDeal(rpc::Session& session, const v1::GetDealRequest& request);
v1::Deal UpdateDeal(rpc::Session& session, const v1::UpdateDealRequest& request);
v1::Deal MoveDeal(rpc::Session& session, const v1::MoveDealRequest& request);
v1::Deal ReassignDeal(rpc::Session& session, const v1::ReassignDealRequest& request, const DealHandover& handover);
v1::ListDealsResponse ListDeals(rpc::Session& session, const v1::ListDealsRequest& request);
v1::ListStageTotalsResponse ListStageTotals(rpc::Session& session, const v1::ListStageTotalsRequest& request);
v1::ListStageHistoryResponse ListStageHistory(rpc::Session& session, const v1::ListStageHistoryRequest& request);

}  // namespace voronka::crm
