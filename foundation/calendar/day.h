#pragma once

#include <cctz/time_zone.h>

#include <cstdint>
#include <string>

namespace voronka::calendar {

// Returns UTC if the name is unknown.
cctz::time_zone ZoneNamed(const std::string& name);

// The end of the day that contains `at` in that zone; both in microseconds since 1970 UTC.
int64_t EndOfDay(int64_t at, const cctz::time_zone& zone);

}  // namespace voronka::calendar
