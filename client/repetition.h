#pragma once

#include <chrono>
#include <optional>

#include "client/call_failed.h"

namespace voronka::client {

// How long to wait before the call is repeated; none where repeating it would not help. What may help is that the
// service is back, or that it has room again, as it said itself. `repeats`: how many there have been.
std::optional<std::chrono::milliseconds> PauseBeforeRepeating(const CallFailed& failure, int repeats);

}  // namespace voronka::client
