#pragma once

#include <cstdint>

#include "tests/bench/rows/method_row.h"
#include "tests/bench/rows/movable_deals.h"

namespace voronka::bench {

// MoveDeal in a thousand accounts and in one, compared with both floors.
class MoveDeal : public MethodRow {
 public:
  std::string method() const override;
  std::vector<std::function<SampleCall()>> samples(Workbench& workbench) override;
  void Measure(const Contest& contest, Report& report) override;

 private:
  // From the stage with this number, of a deal that the load does not touch.
  SampleCall Sample(Workbench& workbench, int stage);
  void MeasureIn(const DealPool& pool, const std::string& where, const Contest& contest, const Contender& least,
                 Report& report) const;

  MovableDeals samples_{kThousandAccounts};
  // By the stage they start from.
  int64_t sampled_[2] = {0, 0};
};

}  // namespace voronka::bench
