#include "tests/notifier/simulation/local_clock.h"

#include <google/protobuf/util/time_util.h>

#include <chrono>

#include "tests/notifier/simulation/times.h"

namespace voronka::simulation {

int64_t MinutesShown(const cctz::time_zone& zone, int64_t utc_minute) {
  const cctz::time_point<cctz::seconds> moment{std::chrono::minutes(utc_minute)};
  return cctz::civil_minute(cctz::convert(moment, zone)) - cctz::civil_minute(1970);
}

int64_t NextDay(const cctz::time_zone& zone, int64_t at) {
  constexpr int64_t kMinutesADay = kDay / kMinute;
  int64_t minute = at / kMinute;
  const int64_t today = MinutesShown(zone, minute) / kMinutesADay;
  while (MinutesShown(zone, minute) / kMinutesADay <= today) ++minute;
  return minute * kMinute;
}

std::string Readable(int64_t at) {
  return google::protobuf::util::TimeUtil::ToString(google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(at));
}

}  // namespace voronka::simulation
