#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/system/faults/fault_run.h"
#include "tests/system/history/checker.h"
#include "tests/system/measured.h"
#include "tests/system/size.h"

// Things are done to a system at work, and then what everybody was told and what is kept must be a legal history.
namespace voronka::testing {
namespace {

using ::testing::IsEmpty;

// Each of the faults so many times.
void StrikeOften(FaultRun& run, const std::vector<Fault>& faults, int times) {
  for (int round = 0; round < times; ++round) run.Strike(faults);
}

void ExpectLegal(const History& history) {
  Measured("{} calls, {} readings, {} events, {} notifications", history.operations.size(), history.readings.size(),
           history.events.size(), history.inbox.size());
  EXPECT_THAT(Check(history), IsEmpty());
}

TEST(Faults, KillsLeaveALegalHistory) {
  FaultRun run({}, SeedOfThisRun());
  StrikeOften(run, Kills(run.system()), Size(20, 3));
  ExpectLegal(run.End());
}

TEST(Faults, FreezesLeaveALegalHistoryInTwoReplicas) {
  FaultRun run({.replicas = 2}, SeedOfThisRun());
  StrikeOften(run, Freezes(run.system()), Size(3, 1));
  ExpectLegal(run.End());
}

TEST(Faults, OfTheDatabaseLeaveALegalHistory) {
  FaultRun run({}, SeedOfThisRun());
  StrikeOften(run, DatabaseFaults(), Size(10, 1));
  ExpectLegal(run.End());
}

TEST(Faults, StepsOfTheClockLeaveALegalHistory) {
  FaultRun run({}, SeedOfThisRun());
  StrikeOften(run, ClockSteps(), Size(3, 1));
  History history = run.End();
  history.clock_was_stepped = true;
  ExpectLegal(history);
}

}  // namespace
}  // namespace voronka::testing
