#pragma once

#include <cctz/time_zone.h>

#include <cstdint>
#include <string>

namespace voronka::simulation {

// What a clock on the wall shows, counted in minutes since 1970 began there, as if no clock was ever changed.
int64_t MinutesShown(const cctz::time_zone& zone, int64_t utc_minute);

// The first minute after that of `at` at which the clock shows another, later day. Microseconds since 1970 UTC. Found
// by looking at the clock minute by minute.
int64_t NextDay(const cctz::time_zone& zone, int64_t at);

// Microseconds since 1970 UTC, for people who look for what went wrong.
std::string Readable(int64_t at);

}  // namespace voronka::simulation
