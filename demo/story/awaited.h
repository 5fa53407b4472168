#pragma once

#include <cstddef>
#include <cstdint>

#include "demo/story/scene.h"

namespace voronka::demo {

// The `number`-th notification of that kind on the live streams, from 1. StepFailed when it has not come within
// Patience's limit after `due`.
Arrival AwaitNotification(const Scene& scene, const Wanted& wanted, Text expected, std::size_t number, Moment due);

// The first of them, due now.
Arrival AwaitNotification(const Scene& scene, const Wanted& wanted, Text expected);

// The deal's `number`-th offer, which goes to somebody who has not had one of it before; `scene.deadline` is then its
// deadline.
Arrival AwaitOffer(Scene& scene, int64_t deal_id, std::size_t number, Moment due);

}  // namespace voronka::demo
