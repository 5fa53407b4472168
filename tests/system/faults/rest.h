#pragma once

#include <chrono>
#include <string>

#include "tests/support/system.h"

namespace voronka::testing {

// What the system has still to do by itself: offers that stand, events that a service has not taken up, timers.
// Empty: nothing.
std::string WorkLeft(const System& system);

}  // namespace voronka::testing
