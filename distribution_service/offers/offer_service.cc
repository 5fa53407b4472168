#include "distribution_service/offers/offer_service.h"

#include "distribution_service/offers/journal.h"
#include "distribution_service/api/offer_steps.h"
#include "foundation/rpc/error.h"

namespace voronka::distribution {
namespace {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

void Explain(rpc::Session& session, int64_t deal_id, v1::ExplainDealResponse& response) {
  auto decisions = Journal(session).OfDeal(deal_id);
  if (decisions.empty()) throw rpc::NotFound("deal", deal_id);
  for (auto& decision : decisions) *response.add_decisions() = std::move(decision);
}

}  // namespace

ServerUnaryReactor* OfferService::ListOffers(CallbackServerContext* context, const v1::ListOffersRequest* request,
                                             v1::ListOffersResponse* response) {
  return rpc_.Run(context, request, response,
                  [=](rpc::Session& session) { distribution::ListOffers(session, *request, *response); });
}

ServerUnaryReactor* OfferService::ExplainDeal(CallbackServerContext* context, const v1::ExplainDealRequest* request,
                                              v1::ExplainDealResponse* response) {
  return rpc_.Run(context, request, response,
                  [=](rpc::Session& session) { Explain(session, request->deal_id(), *response); });
}

}  // namespace voronka::distribution
