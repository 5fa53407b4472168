#include "crm_service/sales/deals/deal_service.h"

#include "crm_service/sales/deals/deal_work.h"
#include "crm_service/sales/deals/offers.h"
#include "crm_service/sales/deals/stage_totals.h"
#include "crm_service/sales/deals/stage_visits.h"

namespace voronka::crm {

using rpc::Session;
using Reactor = DealService::Reactor;

Reactor* DealService::CreateDeal(Context* context, const v1::CreateDealRequest* request, v1::Deal* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = DealWork(s).Create(*request); });
}

Reactor* DealService::GetDeal(Context* context, const v1::GetDealRequest* request, v1::Deal* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Deals(s).Get(request->deal_id()); });
}

Reactor* DealService::UpdateDeal(Context* context, const v1::UpdateDealRequest* request, v1::Deal* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = DealWork(s).Update(*request); });
}

Reactor* DealService::MoveDeal(Context* context, const v1::MoveDealRequest* request, v1::Deal* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = DealWork(s).Move(*request); });
}

Reactor* DealService::ReassignDeal(Context* context, const v1::ReassignDealRequest* request, v1::Deal* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = DealWork(s).Reassign(*request); });
}

Reactor* DealService::TakeOffer(Context* context, const v1::TakeOfferRequest* request, v1::Deal* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Offers(s).Take(*request); });
}

Reactor* DealService::DeclineOffer(Context* context, const v1::DeclineOfferRequest* request, v1::Deal* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Offers(s).Decline(*request); });
}

Reactor* DealService::OfferDeal(Context* context, const v1::OfferDealRequest* request, v1::Deal* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Offers(s).Offer(*request); });
}

Reactor* DealService::ReclaimDeal(Context* context, const v1::ReclaimDealRequest* request, v1::Deal* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Offers(s).Reclaim(*request); });
}

Reactor* DealService::ListDeals(Context* context, const v1::ListDealsRequest* request,
                                v1::ListDealsResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Deals(s).List(*request); });
}

Reactor* DealService::ListStageTotals(Context* context, const v1::ListStageTotalsRequest* request,
                                      v1::ListStageTotalsResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = StageTotals(s).List(*request); });
}

Reactor* DealService::ListStageHistory(Context* context, const v1::ListStageHistoryRequest* request,
                                       v1::ListStageHistoryResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = StageVisits(s).List(*request); });
}

}  // namespace voronka::crm
