#pragma once

#include "crm_service/sales/deals/deals.h"

namespace voronka::crm {

// The standing offer of a deal: made and reclaimed for distribution, taken and declined by the offeree. Whether its
// deadline has passed is decided here alone, by the database's clock, read while the deal is locked.
class Offers {
 public:
  explicit Offers(rpc::Session& session) : session_(session), deals_(session) {}

  v1::Deal Offer(const v1::OfferDealRequest& request);
  v1::Deal Reclaim(const v1::ReclaimDealRequest& request);
  v1::Deal Take(const v1::TakeOfferRequest& request);
  v1::Deal Decline(const v1::DeclineOfferRequest& request);

 private:
  void CheckIsOfferee(const v1::Deal& deal);

  rpc::Session& session_;
  Deals deals_;
};

}  // namespace voronka::crm
