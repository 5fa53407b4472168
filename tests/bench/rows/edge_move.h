#pragma once

#include "tests/bench/rows/move_deal.h"

namespace voronka::bench {

// MoveDeal through the gateway, compared with MoveDeal through gRPC directly.
class EdgeMove final : public MoveDeal {
 public:
  void Measure(const Contest& contest, Report& report) override;
};

}  // namespace voronka::bench
