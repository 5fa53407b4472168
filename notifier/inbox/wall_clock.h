#pragma once

#include <cctz/time_zone.h>

#include <cstdint>
#include <string>

namespace voronka::notifier {

// A moment as people read it at `now`: `12:05` today, `22 ноября, 09:05` on another day. Seconds are cut off, as
// everywhere on the screen. Instants in microseconds since 1970 UTC, locale `ru` or `en`.
std::string MomentText(int64_t at, int64_t now, const cctz::time_zone& zone, const std::string& locale);

// `22 ноября`.
std::string DayText(int64_t at, const cctz::time_zone& zone, const std::string& locale);

}  // namespace voronka::notifier
