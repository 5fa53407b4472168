#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "tests/system/faults/fault_run.h"

namespace voronka::testing {

// A mistake of foundation/process/fault_points.h, and what makes it show: it must not matter to whoever makes none.
struct Mistake {
  const char* name;
  std::vector<Fault> (*provocations)(FaultRun& run);
  // The rule that finds it, be there others.
  const char* found_by;
  // Soon enough for ./tests/run.
  bool is_quick = false;
  // What else the services are told.
  std::vector<std::string> environment = {};
};

// For what GoogleTest prints.
inline void PrintTo(const Mistake& mistake, std::ostream* out) { *out << mistake.name; }

const std::vector<Mistake>& Mistakes();

}  // namespace voronka::testing
