#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "tests/system/faults/fault_run.h"

namespace voronka::testing {

// A mistake of foundation/process/fault_points.h, and what exposes it. That must be harmless without the mistake.
struct Mistake {
  const char* name;
  std::vector<Fault> (*provocations)(FaultRun& run);
  // The rule that finds it, possibly among others.
  const char* found_by;
  // Found quickly enough for ./tests/run.
  bool is_quick = false;
  // Additional environment of the services.
  std::vector<std::string> environment = {};
};

// For what GoogleTest prints.
inline void PrintTo(const Mistake& mistake, std::ostream* out) { *out << mistake.name; }

const std::vector<Mistake>& Mistakes();

}  // namespace voronka::testing
