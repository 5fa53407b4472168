#pragma once

#include <chrono>
#include <string>

#include "tests/support/system.h"

namespace voronka::testing {

// What the system still has to do by itself: standing offers, events that a service has not handled, timers. Empty:
// nothing.
std::string WorkLeft(const System& system);

}  // namespace voronka::testing
