#include "notifier/push/vendors/time_to_live.h"

#include <algorithm>
#include <chrono>

namespace voronka::notifier {

int64_t TimeToLiveSeconds(const Push& push, int64_t now_micros) {
  using namespace std::chrono;
  constexpr seconds kLongest = hours(28 * 24);
  const auto left = duration_cast<seconds>(microseconds(push.expire) - microseconds(now_micros));
  return std::clamp(left, seconds(0), kLongest).count();
}

}  // namespace voronka::notifier
