#include <chrono>
#include <thread>

#include "tests/system/faults/fault.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;

// Longer than the 10 s within which every service follows.
constexpr auto kLongEnoughToFollow = 12s;

Fault ClockStep(const char* name, std::chrono::microseconds ahead) {
  return {name, [ahead](System& system, Dice&) {
            system.SetClock(ahead);
            std::this_thread::sleep_for(kLongEnoughToFollow);
          }};
}

}  // namespace

std::vector<Fault> ClockSteps() {
  return {ClockStep("clock an hour ahead", 1h), ClockStep("clock right again", 0s),
          ClockStep("clock an hour back", -1h), ClockStep("clock right again", 0s),
          // Otherwise offers made in the first hour ahead would stand for an hour.
          ClockStep("clock an hour ahead again", 1h)};
}

}  // namespace voronka::testing
