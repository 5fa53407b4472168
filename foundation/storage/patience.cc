#include "foundation/storage/patience.h"

namespace voronka::storage {

using namespace std::chrono_literals;

const std::chrono::milliseconds Patience::kInBurst = 1s;
const std::chrono::milliseconds Patience::kInStandingQueue = 50ms;

bool Patience::IsOver(Time waits_since, Time now) const {
  const bool standing = now - burst_began_ > kInBurst;
  return now - waits_since > (standing ? kInStandingQueue : kInBurst);
}

}  // namespace voronka::storage
