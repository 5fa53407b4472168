#pragma once

#include <cstddef>
#include <cstdint>

#include "demo/story/scene.h"

namespace voronka::demo {

// The `number`-th notification of that kind on the live streams, counted from 1. Throws StepFailed if it has not
// arrived within Patience's limit after `due`.
Arrival AwaitNotification(const Scene& scene, const Wanted& wanted, Text expected, std::size_t number, Moment due);

// The first one, due now.
Arrival AwaitNotification(const Scene& scene, const Wanted& wanted, Text expected);

// The deal's `number`-th offer, which must go to somebody who has not had an offer of this deal before. Sets
// `scene.deadline` to its deadline.
Arrival AwaitOffer(Scene& scene, int64_t deal_id, std::size_t number, Moment due);

}  // namespace voronka::demo
