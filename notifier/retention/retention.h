#pragma once

#include <chrono>
#include <cstdint>

namespace voronka::notifier {

// How long notifications are kept, and whatever is kept about them. In microseconds.
constexpr int64_t kNotificationsKept = std::chrono::microseconds(std::chrono::days(90)).count();
// Old rows are deleted in portions, so that nobody waits for long.
constexpr int kForgottenAtOnce = 1'000;

}  // namespace voronka::notifier
