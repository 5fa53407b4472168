#pragma once

#include <cstdint>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// The table `stage_visits`: which stages a deal has been in, and since when.
class StageVisits {
 public:
  explicit StageVisits(rpc::Session& session) : session_(session) {}

  void Enter(const v1::Deal& deal);
  // The first `limit` with a larger id than `beyond`, in order of id. The last one has no leave time.
  std::vector<v1::StageVisit> Of(int64_t deal_id, int64_t beyond, int limit);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
