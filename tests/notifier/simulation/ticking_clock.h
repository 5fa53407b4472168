#pragma once

#include <cstdint>

#include "foundation/process/clock.h"

namespace voronka::simulation {

// Moves by a microsecond each time that it is read, and is set in between: never two moments are the same, as in life.
// For one thread.
class TickingClock final : public process::Clock {
 public:
  int64_t NowMicros() const override { return ++now_; }
  // Without moving it.
  int64_t Shown() const { return now_; }
  void Set(int64_t now) { now_ = now; }

 private:
  mutable int64_t now_ = 0;
};

}  // namespace voronka::simulation
