#include "foundation/process/clock.h"

#include <chrono>

#include "foundation/process/fault_points.h"

namespace voronka::process {

int64_t SystemClock::NowMicros() const {
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::microseconds>(since_1970).count() + ClockErrorMicros();
}

}  // namespace voronka::process
