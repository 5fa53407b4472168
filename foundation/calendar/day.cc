#include "foundation/calendar/day.h"

#include <chrono>

namespace voronka::calendar {

using std::chrono::microseconds;

cctz::time_zone ZoneNamed(const std::string& name) {
  cctz::time_zone zone = cctz::utc_time_zone();
  cctz::load_time_zone(name, &zone);
  return zone;
}

int64_t EndOfDay(int64_t at, const cctz::time_zone& zone) {
  const std::chrono::time_point<std::chrono::system_clock, microseconds> instant{microseconds(at)};
  const cctz::civil_day day(cctz::convert(std::chrono::floor<cctz::seconds>(instant), zone));
  return microseconds(cctz::convert(cctz::civil_second(day + 1), zone).time_since_epoch()).count();
}

}  // namespace voronka::calendar
