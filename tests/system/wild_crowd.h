#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "tests/support/account.h"
#include "tests/system/wild_head.h"

namespace voronka::testing {

// Several accounts whose programs heed no refusal.
class WildCrowd {
 public:
  WildCrowd(System& system, int accounts);

  // What so many calls in flight, of all together, are answered in this time, once they are a standing queue.
  Flood::Answers Under(int in_flight, std::chrono::seconds time);

 private:
  Flood::Answers Call(int in_flight, std::chrono::seconds time);

  std::vector<std::unique_ptr<Account>> accounts_;
  std::vector<std::unique_ptr<WildHead>> heads_;
};

}  // namespace voronka::testing
