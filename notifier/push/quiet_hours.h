#pragma once

#include <cctz/time_zone.h>

#include <cstdint>

#include "voronka/notifier/v1/preference.pb.h"
#include "voronka/notifier/v1/push_intent.pb.h"

namespace voronka::notifier {

// `at`, or the end of the quiet hours that it falls into. Both in microseconds since 1970 UTC.
int64_t AfterQuietHours(const v1::QuietHours& hours, int64_t at, const cctz::time_zone& zone);
// Of those that the push has to heed.
int64_t AfterQuietHours(const v1::PushIntent& intent, int64_t at);

}  // namespace voronka::notifier
