#pragma once

#include "foundation/rpc/rpc.h"
#include "voronka/distribution/v1/offer.grpc.pb.h"

namespace voronka::distribution {

class OfferService final : public v1::OfferService::CallbackService {
 public:
  explicit OfferService(rpc::Rpc& rpc) : rpc_(rpc) {}

  grpc::ServerUnaryReactor* ListOffers(grpc::CallbackServerContext* context, const v1::ListOffersRequest* request,
                                       v1::ListOffersResponse* response) override;
  grpc::ServerUnaryReactor* ExplainDeal(grpc::CallbackServerContext* context, const v1::ExplainDealRequest* request,
                                        v1::ExplainDealResponse* response) override;

 private:
  rpc::Rpc& rpc_;
};

}  // namespace voronka::distribution
