#include "distribution_service/services.h"

#include "distribution_service/api/offer_steps.h"

namespace voronka::distribution {

rpc::Services DistributionServices(rpc::FeedHost& host, CrmDirectory& directory) {
  const auto explain_deal = [&](rpc::Session& session, const v1::ExplainDealRequest& request) {
    return ExplainDeal(session, request, directory);
  };
  rpc::Services services;
  services.push_back(
      rpc::MakeService(host, "voronka.distribution.v1.OfferService", {ListOffers, CountOffers, explain_deal}));
  return services;
}

}  // namespace voronka::distribution
