#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "tests/support/account.h"
#include "tests/system/wild_head.h"

namespace voronka::testing {

// Several accounts whose programs ignore refusals.
class WildCrowd {
 public:
  WildCrowd(System& system, int accounts);

  // The answers to this many calls in flight in total during this time, once they form a standing queue.
  Flood::Answers Under(int in_flight, std::chrono::seconds time);

 private:
  Flood::Answers Call(int in_flight, std::chrono::seconds time);

  std::vector<std::unique_ptr<Account>> accounts_;
  std::vector<std::unique_ptr<WildHead>> heads_;
};

}  // namespace voronka::testing
