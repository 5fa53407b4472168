#pragma once

#include <chrono>
#include <vector>

#include "tests/system/history/history.h"
#include "tests/system/history/violations.h"

// The rules of a stream, judged by the log it delivers. Modeled on the watch tests of etcd.
namespace voronka::testing {

// Offsets increase in each partition of a session.
void IsOrdered(const StreamRecord& stream, const Log& log, Findings& findings);

// No offset is delivered twice in a session, or with different contents in different sessions.
void IsUnique(const StreamRecord& stream, const Log& log, Findings& findings);

// Every delivery is in the log, and nothing is missing between the start of a session and its last delivery.
void IsReliable(const StreamRecord& stream, const Log& log, Findings& findings);

// A session that is opened with a cursor continues with what follows it.
void IsResumable(const StreamRecord& stream, const Log& log, Findings& findings);

// A bookmark is neither behind nor ahead of the deliveries: nothing lies between it and the delivery before it.
void IsBookmarkable(const StreamRecord& stream, const Log& log, Findings& findings);

// Nothing is delivered that belongs to somebody else.
void IsPrivate(const StreamRecord& stream, const Log& log, Findings& findings);

// How long entries of quiet times took to arrive for the first time.
std::vector<std::chrono::microseconds> Delays(const std::vector<StreamRecord>& streams, const Log& log,
                                              const std::vector<Disturbance>& disturbances);

// Nearly all of them arrive within the bound.
void AreTimely(const std::vector<std::chrono::microseconds>& delays, std::chrono::microseconds bound,
               Findings& findings);

}  // namespace voronka::testing
