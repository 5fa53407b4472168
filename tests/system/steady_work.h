#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "tests/support/account.h"

namespace voronka::testing {

// The head of sales of an account alternately moves and reads one deal, at a steady pace.
class SteadyWork {
 public:
  SteadyWork(Account& account, std::chrono::milliseconds between_calls);

  // Works for this long; adds the duration of each call.
  void Do(std::chrono::seconds time, std::vector<std::chrono::microseconds>& took);

 private:
  void CallOnce();

  Account& account_;
  const std::chrono::milliseconds between_calls_;
  const int64_t deal_id_;
  int calls_ = 0;
};

}  // namespace voronka::testing
