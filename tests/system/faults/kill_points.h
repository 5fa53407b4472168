#pragma once

#include <string>
#include <vector>

#include "tests/system/faults/fault.h"

namespace voronka::testing {

// The process is restarted, dies by itself at that pass of the point, like in a power failure, and is restarted again.
void RestartToDieAt(Process& process, const std::string& point, int pass);

// A service dies by itself, like in a power failure, at one of its passes of a point soon after its start, and is
// restarted. `service` is `crm`, `distribution` or `notifier`; `point` is one of foundation/process/fault_points.h.
Fault KillAt(const std::string& service, const std::string& point);

// `count` of each service's points; every point comes once before one is repeated.
std::vector<Fault> KillPoints(int count, Dice& dice);

}  // namespace voronka::testing
