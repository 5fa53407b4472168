#pragma once

#include "crm_service/sales/deals/deals.h"

namespace voronka::crm {

// What users do with deals.
class DealWork {
 public:
  explicit DealWork(rpc::Session& session) : session_(session), deals_(session) {}

  v1::Deal Create(const v1::CreateDealRequest& request);
  v1::Deal Update(const v1::UpdateDealRequest& request);
  v1::Deal Move(const v1::MoveDealRequest& request);
  v1::Deal Reassign(const v1::ReassignDealRequest& request);

 private:
  rpc::Session& session_;
  Deals deals_;
};

}  // namespace voronka::crm
