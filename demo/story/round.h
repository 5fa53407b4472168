#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "demo/story/scene.h"

namespace voronka::demo {

struct RoundSize {
  std::size_t offers;
  std::size_t reclaims;
};

// What the deal's timeline has of a round: each offer was to another manager, the first of them were taken back from
// whom they were made to, and not before their deadline. StepFailed when it tells otherwise. Returns how long after the
// deadline the first was taken back.
std::chrono::microseconds CheckRound(const Scene& scene, int64_t deal_id, RoundSize expected);

}  // namespace voronka::demo
