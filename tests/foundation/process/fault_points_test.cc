#include "foundation/process/fault_points.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>

#include "foundation/configuration/configuration.h"

namespace voronka::process {
namespace {

#ifdef VORONKA_FAULT_POINTS

using testing::AllOf;
using testing::ExitedWithCode;
using testing::HasSubstr;
using testing::KilledBySignal;
using testing::Throws;

// Each in its own process, because the environment is read once.
using FaultPoints = testing::Test;

void PassTimes(KillPoint point, int times) {
  for (int i = 0; i < times; ++i) Pass(point);
}

TEST(FaultPoints, KillTheProcessAtTheGivenPass) {
  setenv("VORONKA_KILL_AT", "after_commit:3", 1);
  EXPECT_EXIT(PassTimes(KillPoint::kAfterCommit, 3), KilledBySignal(SIGKILL), "");
  EXPECT_EXIT((PassTimes(KillPoint::kAfterCommit, 2), std::_Exit(0)), ExitedWithCode(0), "");
  unsetenv("VORONKA_KILL_AT");
}

TEST(FaultPoints, KillAtNoOtherPoint) {
  setenv("VORONKA_KILL_AT", "after_commit:1", 1);
  EXPECT_EXIT((PassTimes(KillPoint::kBeforeCommit, 3), std::_Exit(0)), ExitedWithCode(0), "");
  unsetenv("VORONKA_KILL_AT");
}

TEST(FaultPoints, MakeOnlyTheGivenMistake) {
  setenv("VORONKA_BREAK", "sweep", 1);
  EXPECT_EXIT(std::_Exit(Broken(Fault::kSweep) && !Broken(Fault::kHeartbeat) ? 0 : 1), ExitedWithCode(0), "");
  unsetenv("VORONKA_BREAK");
}

TEST(FaultPoints, DoNothingByDefault) {
  EXPECT_EXIT((PassTimes(KillPoint::kAfterCommit, 3), std::_Exit(0)), ExitedWithCode(0), "");
  EXPECT_EXIT(std::_Exit(Broken(Fault::kSweep) ? 1 : 0), ExitedWithCode(0), "");
}

void ExpectRefused(const char* variable, const char* value, const std::string& why) {
  setenv(variable, value, 1);
  EXPECT_THAT(CheckFaultPoints, Throws<ConfigurationError>(testing::Property(
                                    &std::exception::what, AllOf(HasSubstr(variable), HasSubstr(why)))));
  unsetenv(variable);
}

TEST(FaultPoints, RefuseAnUnknownNameAndListTheKnownOnes) {
  ExpectRefused("VORONKA_KILL_AT", "lunch:1", "there is no \"lunch\"; there are before_commit, after_commit");
  ExpectRefused("VORONKA_BREAK", "lunch", "there is no \"lunch\"; there are epoch_predicate, cursor_before_effect");
}

TEST(FaultPoints, RefuseAnInvalidCount) {
  ExpectRefused("VORONKA_KILL_AT", "after_commit:soon", "\"soon\" is not such a number");
  ExpectRefused("VORONKA_KILL_AT", "after_commit:0", "\"0\" is not such a number");
}

#else

static_assert(!Broken(Fault::kSweep), "decided when it is compiled: nothing is left of it");

#endif

}  // namespace
}  // namespace voronka::process
