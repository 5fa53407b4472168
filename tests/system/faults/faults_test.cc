#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/system/faults/fault_run.h"
#include "tests/system/history/checker.h"
#include "tests/system/history/stream_rules.h"
#include "tests/system/measured.h"
#include "tests/system/size.h"

// A working system suffers faults. Afterwards everything clients were told and everything stored must be a legal
// history.
namespace voronka::testing {
namespace {

using ::testing::IsEmpty;

// Each of the faults, this many times.
void StrikeOften(FaultRun& run, const std::vector<Fault>& faults, int times) {
  for (int round = 0; round < times; ++round) run.Strike(faults);
}

void PrintDelays(const char* what, const std::vector<StreamRecord>& streams, const Log& log,
                 const std::vector<Disturbance>& disturbances) {
  const auto delays = Delays(streams, log, disturbances);
  Measured("{} {} in quiet times, on the stream {} (p50), {} (p99) after they were written", delays.size(), what,
           Readable(Percentile(delays, 0.5)), Readable(Percentile(delays, 0.99)));
}

void ExpectLegal(const History& history) {
  Measured("{} calls, {} readings, {} events, {} notifications", history.operations.size(), history.readings.size(),
           history.events.size(), history.inbox.size());
  PrintDelays("events", history.watches, LogOf(history.events), history.disturbances);
  PrintDelays("notifications", history.subscriptions, history.notices, history.disturbances);
  EXPECT_THAT(Check(history), IsEmpty());
}

TEST(Kills, LeaveALegalHistory) {
  FaultRun run({}, SeedOfThisRun());
  StrikeOften(run, Kills(run.system()), Size(20, 3));
  ExpectLegal(run.End());
}

TEST(Freezes, LeaveALegalHistoryOfTwoReplicas) {
  FaultRun run({.replicas = 2}, SeedOfThisRun());
  StrikeOften(run, Freezes(run.system()), Size(3, 1));
  ExpectLegal(run.End());
}

TEST(DatabaseFaults, LeaveALegalHistory) {
  FaultRun run({}, SeedOfThisRun());
  StrikeOften(run, DatabaseFaults(), Size(10, 1));
  ExpectLegal(run.End());
}

TEST(ClockSteps, LeaveALegalHistory) {
  FaultRun run({}, SeedOfThisRun());
  for (const Fault& step : ClockSteps()) run.Strike(step);
  History history = run.End();
  history.clock_was_stepped = true;
  ExpectLegal(history);
}

}  // namespace
}  // namespace voronka::testing
