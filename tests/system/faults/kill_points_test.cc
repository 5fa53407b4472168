#include "tests/system/faults/kill_points.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/system/faults/fault_run.h"
#include "tests/system/history/checker.h"
#include "tests/system/size.h"

namespace voronka::testing {
namespace {

// Points where a crash could leave something half done.
TEST(KillPoints, LeaveALegalHistory) {
  FaultRun run({}, SeedOfThisRun());
  run.Strike(KillPoints(Size(20, 3), run.dice()));
  EXPECT_THAT(Check(run.End()), ::testing::IsEmpty());
}

}  // namespace
}  // namespace voronka::testing
