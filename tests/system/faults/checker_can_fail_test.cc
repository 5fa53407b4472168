#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <string>
#include <vector>

#include "tests/system/faults/fault_run.h"
#include "tests/system/faults/mistakes.h"
#include "tests/system/history/checker.h"
#include "tests/system/measured.h"
#include "tests/system/size.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr const char* kNightly = "takes minutes: ./tests/nightly";

constexpr int kRuns = 3;
// If a mistake keeps the system from it.
constexpr auto kToRest = 10s;

FaultRun::Options Making(const Mistake& mistake) {
  FaultRun::Options options{.environment = mistake.environment, .to_rest = kToRest};
  options.environment.push_back(fmt::format("VORONKA_BREAK={}", mistake.name));
  return options;
}

// Complaints of the run itself, for example that the system does not come to rest, do not count as findings.
std::vector<Violation> ViolationsBy(const Mistake& mistake) {
  ::testing::TestPartResultArray complaints;
  const ::testing::ScopedFakeTestPartResultReporter not_failures(
      ::testing::ScopedFakeTestPartResultReporter::INTERCEPT_ALL_THREADS, &complaints);
  FaultRun run(Making(mistake), SeedOfThisRun());
  run.Strike(mistake.provocations(run));
  return Check(run.End());
}

class CheckerCanFail : public ::testing::TestWithParam<Mistake> {};

TEST_P(CheckerCanFail, IfServicesMakeAMistake) {
  const Mistake& mistake = GetParam();
  if (!IsFullSize() && !mistake.is_quick) GTEST_SKIP() << kNightly;
  const Moment begin = Now();
  std::vector<std::string> findings;
  for (int run = 1; findings.empty() && run <= kRuns; ++run) {
    for (const auto& [rule, finding] : ViolationsBy(mistake)) {
      if (rule == mistake.found_by) findings.push_back(finding);
    }
    Measured("{} after {}, in run {}: {} findings of {}", mistake.name, Readable(Now() - begin), run, findings.size(),
             mistake.found_by);
  }
  ASSERT_THAT(findings, Not(IsEmpty())) << "nobody finds " << mistake.name;
  Measured("the first: {}", findings.front());
}

INSTANTIATE_TEST_SUITE_P(Mistakes, CheckerCanFail, ::testing::ValuesIn(Mistakes()),
                         [](const auto& mistake) { return std::string(mistake.param.name); });

// Everything that exposes the mistakes, at once.
TEST(CheckerCanFail, AndFindsNothingIfNoMistakeIsMade) {
  if (!IsFullSize()) GTEST_SKIP() << kNightly;
  FaultRun::Options options;
  for (const Mistake& mistake : Mistakes()) {
    std::ranges::copy(mistake.environment, std::back_inserter(options.environment));
  }
  FaultRun run(options, SeedOfThisRun());
  for (const Mistake& mistake : Mistakes()) run.Strike(mistake.provocations(run));
  auto violations = Check(run.End());
  // One of the mistakes is exposed by a clock that is wrong, by which everything comes late.
  std::erase_if(violations, [](const Violation& violation) { return violation.rule == "StreamIsTimely"; });
  EXPECT_THAT(violations, IsEmpty());
}

}  // namespace
}  // namespace voronka::testing
