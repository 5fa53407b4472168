#pragma once

#include <cstdint>

namespace voronka::simulation {

// In microseconds.
constexpr int64_t kSecond = 1'000'000;
constexpr int64_t kMinute = 60 * kSecond;
constexpr int64_t kHour = 60 * kMinute;
constexpr int64_t kDay = 24 * kHour;

}  // namespace voronka::simulation
