#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "tests/system/faults/dice.h"

namespace voronka::simulation {

// Where the clocks change at night, at midnight, by half an hour, and on either side of the equator.
constexpr std::array kZones = {"Europe/Berlin", "America/New_York", "America/Santiago", "Australia/Lord_Howe",
                               "Africa/Cairo"};

struct Beginning {
  std::string zone;
  // Microseconds since 1970 UTC.
  int64_t at;
};

// Of every twenty seeds, one for each of the zones and for each of: the hours before its clocks go forward, and before
// they go back, 28 February of a leap year, an ordinary day.
Beginning BeginningOf(uint64_t seed, testing::Dice& dice);

}  // namespace voronka::simulation
