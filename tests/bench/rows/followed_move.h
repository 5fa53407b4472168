#pragma once

#include "tests/bench/rows/move_deal.h"

namespace voronka::bench {

// MoveDeal while distribution and notifier follow, compared with crm_service alone. The moves concern neither.
class FollowedMove final : public MoveDeal {
 public:
  void Measure(const Contest& contest, Report& report) override;

 private:
  void MeasureRate(const DealPool& pool, const std::string& where, const Contest& contest, Report& report) const;
  void MeasureTransactions(const Contest& contest, Report& report) const;
};

}  // namespace voronka::bench
