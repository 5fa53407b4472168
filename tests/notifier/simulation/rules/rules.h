#pragma once

#include <string>
#include <vector>

#include "tests/notifier/simulation/record.h"

namespace voronka::simulation {

using Violations = std::vector<std::string>;

// Whatever was due reached its push service, as long as there was nothing wrong with that for long enough.
void RingsArrive(const Record& record, Violations& violations);
// A device rings only for news of its user, once it is due, and is told what it is.
void RingsHaveAReason(const Record& record, Violations& violations);
// Nothing rings in quiet hours, unless its kind may.
void QuietHoursAreQuiet(const Record& record, Violations& violations);
// Nothing rings after there is nothing to ring for.
void NothingRingsTooLate(const Record& record, Violations& violations);
// What was answered rings nowhere any more, and is not shown any more.
void WhatIsAnsweredIsClosed(const Record& record, Violations& violations);
// A device that was removed gets nothing, and one that has moved gets it where it is.
void DevicesAreWhereTheySay(const Record& record, Violations& violations);
// What a device shows goes with its session.
void EndedSessionsShowNothing(const Record& record, Violations& violations);

// All of them.
Violations Check(const Record& record);

// For what a rule finds.
std::string Describe(const Ring& ring);
std::string Describe(const Handover& handover);

}  // namespace voronka::simulation
