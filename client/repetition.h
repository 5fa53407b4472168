#pragma once

#include <chrono>
#include <optional>

#include "client/call_failed.h"

namespace voronka::client {

// How long to wait before retrying the call; none if retrying would not help. It may help if the service was
// unavailable, or if it said when it will have room again. `repeats` is the number of retries so far.
std::optional<std::chrono::milliseconds> PauseBeforeRepeating(const CallFailed& failure, int repeats);

}  // namespace voronka::client
