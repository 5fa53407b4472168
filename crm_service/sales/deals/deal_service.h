#pragma once

#include "foundation/rpc/rpc.h"
#include "voronka/crm/v1/deal.grpc.pb.h"

namespace voronka::crm {

class DealService : public v1::DealService::CallbackService {
 public:
  explicit DealService(rpc::Rpc& rpc) : rpc_(rpc) {}

  using Context = grpc::CallbackServerContext;
  using Reactor = grpc::ServerUnaryReactor;

  Reactor* CreateDeal(Context* context, const v1::CreateDealRequest* request, v1::Deal* response) override;
  Reactor* GetDeal(Context* context, const v1::GetDealRequest* request, v1::Deal* response) override;
  Reactor* UpdateDeal(Context* context, const v1::UpdateDealRequest* request, v1::Deal* response) override;
  Reactor* MoveDeal(Context* context, const v1::MoveDealRequest* request, v1::Deal* response) override;
  Reactor* ReassignDeal(Context* context, const v1::ReassignDealRequest* request, v1::Deal* response) override;
  Reactor* TakeOffer(Context* context, const v1::TakeOfferRequest* request, v1::Deal* response) override;
  Reactor* DeclineOffer(Context* context, const v1::DeclineOfferRequest* request, v1::Deal* response) override;
  Reactor* OfferDeal(Context* context, const v1::OfferDealRequest* request, v1::Deal* response) override;
  Reactor* ReclaimDeal(Context* context, const v1::ReclaimDealRequest* request, v1::Deal* response) override;
  Reactor* ListDeals(Context* context, const v1::ListDealsRequest* request, v1::ListDealsResponse* response) override;
  Reactor* ListStageTotals(Context* context, const v1::ListStageTotalsRequest* request,
                           v1::ListStageTotalsResponse* response) override;
  Reactor* ListStageHistory(Context* context, const v1::ListStageHistoryRequest* request,
                            v1::ListStageHistoryResponse* response) override;

 private:
  rpc::Rpc& rpc_;
};

}  // namespace voronka::crm
