#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "tests/bench/workbench.h"

namespace voronka::bench {

// Picks random accounts of a pool, and their deals.
class AccountChoice {
 public:
  struct Account {
    int64_t id;
    const client::Metadata& caller;
  };

  // `caller` returns the caller in an account.
  template <class Caller>
  AccountChoice(const DealPool& pool, const Caller& caller) : pool_(pool) {
    for (int64_t i = 0; i < pool.accounts; ++i) callers_.push_back(caller(pool.first_account + i));
  }

  Account Next() {
    const int64_t number = Below(pool_.accounts);
    return {pool_.first_account + number, callers_[number]};
  }
  int64_t NextDeal() { return kFirstDeal + Below(pool_.deals_of_each); }

 private:
  int64_t Below(int64_t end) { return std::uniform_int_distribution<int64_t>(0, end - 1)(random_); }

  const DealPool pool_;
  std::vector<client::Metadata> callers_;
  std::minstd_rand random_{1};
};

}  // namespace voronka::bench
