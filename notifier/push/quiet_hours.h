#pragma once

#include <cctz/time_zone.h>

#include <cstdint>

#include "voronka/notifier/v1/preference.pb.h"

namespace voronka::notifier {

// `at`, or the end of the quiet hours that it falls into. Both in microseconds since 1970 UTC.
int64_t AfterQuietHours(const v1::QuietHours& hours, int64_t at, const cctz::time_zone& zone);

}  // namespace voronka::notifier
