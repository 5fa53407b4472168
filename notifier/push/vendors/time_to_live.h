#pragma once

#include <cstdint>

#include "notifier/push/vendors/push.h"

namespace voronka::notifier {

// How many seconds a push service should keep the push: at most four weeks, which all of them accept. 0: deliver it now
// or never.
int64_t TimeToLiveSeconds(const Push& push, int64_t now_micros);

}  // namespace voronka::notifier
