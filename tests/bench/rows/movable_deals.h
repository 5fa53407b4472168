#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/data/data_set.h"

namespace voronka::bench {

// Moves the deals of a pool's first two stages back and forth. A place is a number from 0.
class MovableDeals {
 public:
  struct Move {
    int64_t account_id;
    int64_t deal_id;
    std::string stage;
  };

  explicit MovableDeals(const DealPool& pool) : pool_(pool), moved_(pool.accounts * pool.deals_of_each / 2) {}

  int64_t size() const { return static_cast<int64_t>(moved_.size()); }
  // The next move of the deal at this place.
  Move Next(int64_t place) {
    const int64_t of_account = place / pool_.accounts;
    const int64_t first_stage = of_account % 2;
    moved_[place] = !moved_[place];
    return {pool_.first_account + place % pool_.accounts, kFirstDeal + of_account / 2 * 4 + first_stage,
            kStages[moved_[place] ? 1 - first_stage : first_stage]};
  }

 private:
  const DealPool pool_;
  std::vector<bool> moved_;
};

}  // namespace voronka::bench
