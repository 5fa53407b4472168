#pragma once

#include "foundation/rpc/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// The table `stage_visits`: which stages a deal has been in, and since when.
class StageVisits {
 public:
  explicit StageVisits(rpc::Session& session) : session_(session) {}

  void Enter(const v1::Deal& deal);
  v1::ListStageHistoryResponse List(const v1::ListStageHistoryRequest& request);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
