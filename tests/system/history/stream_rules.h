#pragma once

#include <chrono>
#include <vector>

#include "tests/system/history/history.h"
#include "tests/system/history/violations.h"

// What a stream must be, judged by the log that it tells of. After the watch tests of etcd.
namespace voronka::testing {

// Offsets go up in each partition of a session.
void IsOrdered(const StreamRecord& stream, const Log& log, Findings& findings);

// No offset is given twice in a session, and none with two contents in all sessions.
void IsUnique(const StreamRecord& stream, const Log& log, Findings& findings);

// What is given is in the log, and between where a session began and what it gave last nothing is missed.
void IsReliable(const StreamRecord& stream, const Log& log, Findings& findings);

// A session that is opened with a cursor goes on with what follows it.
void IsResumable(const StreamRecord& stream, const Log& log, Findings& findings);

// A bookmark is neither behind nor ahead of what was given: between it and the delivery before there is nothing.
void IsBookmarkable(const StreamRecord& stream, const Log& log, Findings& findings);

// Nothing is given that is another's.
void IsPrivate(const StreamRecord& stream, const Log& log, Findings& findings);

// How long after they were written the entries of quiet times arrived, to be shown the first time.
std::vector<std::chrono::microseconds> Delays(const std::vector<StreamRecord>& streams, const Log& log,
                                              const std::vector<Disturbance>& disturbances);

// Nearly all of them arrive within the bound.
void AreTimely(const std::vector<std::chrono::microseconds>& delays, std::chrono::microseconds bound,
               Findings& findings);

}  // namespace voronka::testing
