#pragma once

#include "tests/system/faults/fault_run.h"

// Things that a system must withstand, and that soon expose mistakes which usual work seldom exposes.
namespace voronka::testing {

// Some deals are each given to everybody at once.
Fault Rivals(FaultRun& run);

// Managers take offers that expired more than a second ago, as often as they see one.
Fault Latecomers(FaultRun& run);

// The database is killed while there is always a commit that is not durable yet.
Fault KillWhileTheLogIsSlow();

// Each manager moves one of their deals, twice at once; the database is killed when the move is visible but not
// durable.
Fault KillWhenARepeatIsAnswered(FaultRun& run);

// Somebody locks the log's counter first and then deals, and is never the victim of the deadlock.
Fault LocksInAnotherOrder();

}  // namespace voronka::testing
