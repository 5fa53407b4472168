#pragma once

#include <cctz/time_zone.h>

#include <cstdint>
#include <string>

namespace voronka::simulation {

// Quiet hours as protos/voronka/notifier/v1/preference.proto describes them, found by looking at the clock of the zone
// minute by minute: another way than that of the code under test.
struct Quiet {
  bool enabled = false;
  // Minutes after midnight.
  int from = 0;
  int until = 0;
  std::string zone;

  bool Holds(int64_t at) const { return End(at) != at; }
  // The first moment from `at` on that is not in them. Microseconds since 1970 UTC.
  int64_t End(int64_t at) const;
};

}  // namespace voronka::simulation
