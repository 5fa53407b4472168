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

// Checks a round of offers in the deal's timeline: each offer went to a different manager, and the first ones were
// reclaimed from the managers who had them, not before their deadlines. Throws StepFailed otherwise. Returns how long
// after its deadline the first offer was reclaimed.
std::chrono::microseconds CheckRound(const Scene& scene, int64_t deal_id, RoundSize expected);

}  // namespace voronka::demo
