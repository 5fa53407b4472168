#pragma once

#include <random>
#include <string>
#include <vector>

#include "tests/bench/load/load.h"
#include "tests/bench/rows/movable_deals.h"
#include "tests/bench/workbench.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::bench {

// The load moves the movable deals with a number below this.
constexpr int64_t kSampledFrom = 400;

crm::v1::MoveDealRequest RequestOf(const MovableDeals::Move& move);

// Moves random deals; each lane has its own.
class Moves {
 public:
  Moves(const Workbench& workbench, const DealPool& pool);

  Load Of(const std::string& method, int lanes);

 private:
  int64_t Place(int lane, int lanes);

  const DealPool pool_;
  MovableDeals deals_;
  std::vector<client::Metadata> managers_;
  std::minstd_rand random_{1};
};

}  // namespace voronka::bench
