#pragma once

#include <atomic>
#include <cstdint>

#include "foundation/process/clock.h"

namespace voronka::bench {

// Ids that are unique across processes: they begin with the time in microseconds.
class FreshIds {
 public:
  int64_t Next() { return next_++; }

 private:
  std::atomic<int64_t> next_ = process::SystemClock().NowMicros();
};

}  // namespace voronka::bench
