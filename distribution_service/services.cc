#include "distribution_service/services.h"

#include "distribution_service/api/offer_steps.h"

namespace voronka::distribution {

rpc::Services DistributionServices(rpc::FeedHost& host, CrmDirectory& directory) {
  const auto list_offers = [&](rpc::Session& session, const v1::ListOffersRequest& request) {
    return ListOffers(session, request, directory);
  };
  const auto count_offers = [&](rpc::Session& session, const v1::CountOffersRequest& request) {
    return CountOffers(session, request, directory);
  };
  const auto explain_deal = [&](rpc::Session& session, const v1::ExplainDealRequest& request) {
    return ExplainDeal(session, request, directory);
  };
  rpc::Services services;
  services.push_back(
      rpc::MakeService(host, "voronka.distribution.v1.OfferService", {list_offers, count_offers, explain_deal}));
  return services;
}

}  // namespace voronka::distribution
