#pragma once

#include <cstdint>

namespace voronka::notifier {

// Of the accounts and users whom tests make up.
inline constexpr int64_t kAccount = 1;
inline constexpr int64_t kOtherAccount = 2;
inline constexpr int64_t kAnna = 2;
inline constexpr int64_t kBoris = 3;
inline constexpr int64_t kCarl = 4;

inline constexpr int64_t kSecond = 1'000'000;
inline constexpr int64_t kMinute = 60 * kSecond;

}  // namespace voronka::notifier
