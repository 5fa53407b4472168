#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "distribution_service/crm/refusal.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::client {
class ServiceClients;
}

namespace voronka::distribution {

// The deals of the system of record. Throws client::CallFailed while it does not answer.
class CrmDeals {
 public:
  explicit CrmDeals(client::ServiceClients& clients) : clients_(clients) {}

  // Nothing, or why it was refused for good. Safe to repeat: one offer has its effect once.
  std::optional<Refusal> Offer(int64_t account_id, const v1::OfferRow& offer);
  std::optional<Refusal> Reclaim(int64_t account_id, const v1::OfferRow& offer);

  std::optional<crm::v1::Deal> Get(int64_t account_id, int64_t deal_id);
  // Oldest first.
  std::vector<crm::v1::Deal> ListUnowned(int64_t account_id, const std::string& pipeline, const std::string& stage);
  // Those whose offer has a deadline.
  std::vector<crm::v1::Deal> ListOnOffer(int64_t account_id, const std::string& pipeline, const std::string& stage);

 private:
  // Those of the stage that are wanted, oldest first.
  std::vector<crm::v1::Deal> List(int64_t account_id, crm::v1::ListDealsRequest request,
                                  const std::function<bool(const crm::v1::Deal&)>& wanted);

  client::ServiceClients& clients_;
};

}  // namespace voronka::distribution
