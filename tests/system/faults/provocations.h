#pragma once

#include "tests/system/faults/fault_run.h"

// What a system must stand, and where a mistake in it shows soon that the usual work shows seldom.
namespace voronka::testing {

// Each of some deals is given to everybody at once.
Fault Rivals(FaultRun& run);

// Managers take offers that lapsed more than a second ago, as often as they see one.
Fault Latecomers(FaultRun& run);

// The database is killed while there is always something committed that is not durable.
Fault KillWhileTheLogIsSlow();

// Each manager moves a deal of theirs, twice at once; the database is killed when that can be seen and is not durable.
Fault KillWhenARepeatIsAnswered(FaultRun& run);

// Somebody locks the log's counter first and deals then, and is never the victim of the deadlock.
Fault LocksInAnotherOrder();

}  // namespace voronka::testing
