#pragma once

#include <string>
#include <vector>

#include "tests/system/faults/fault.h"

namespace voronka::testing {

// A service that dies by itself, as by a power failure, when it passes a point for some time, soon after its start; and
// is started again. `service` is `crm`, `distribution` or `notifier`, `point` one of foundation/process/fault_points.h.
Fault KillAt(const std::string& service, const std::string& point);

// `count` of the points of each service; every point once before one comes again.
std::vector<Fault> KillPoints(int count, Dice& dice);

}  // namespace voronka::testing
