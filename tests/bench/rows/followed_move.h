#pragma once

#include "tests/bench/rows/move_deal.h"
#include "tests/bench/rows/moves.h"

namespace voronka::bench {

// MoveDeal while distribution and notifier follow, compared with crm_service alone. The moves concern neither.
class FollowedMove final : public MoveDeal {
 public:
  void Measure(const Contest& contest, Report& report) override;

 private:
  void MeasureRate(Moves& moves, const std::string& where, const Contest& contest, Report& report) const;
  void MeasureTransactions(Moves& moves, const Contest& contest, Report& report) const;
};

}  // namespace voronka::bench
