#pragma once

#include <functional>

#include "client/client.h"
#include "demo/story/narrator.h"

namespace voronka::demo {

// Plays, and tells how it ended: whether everything happened as it has to, or what was seen instead. Throws
// Interrupted.
bool PlayToTheEnd(Narrator& narrator, const std::function<void()>& play);

// The zone in which the account's people read the clock.
cctz::time_zone AccountZone(client::Client& reader);

}  // namespace voronka::demo
