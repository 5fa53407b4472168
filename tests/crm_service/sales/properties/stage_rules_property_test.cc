#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>

#include "tests/crm_service/sales/properties/rivals.h"
#include "tests/system/size.h"

// What stages ask for holds whoever writes whatever wherever.
namespace voronka::properties {
namespace {

using std::chrono::steady_clock;

constexpr int kWrites = 40;
constexpr int kSeedsForTheMistake = 20;

// One seed if VORONKA_SEED names it.
bool HasGivenSeed() { return std::getenv("VORONKA_SEED") != nullptr; }

// The same in every usual run; others every night.
uint64_t FirstSeed() { return HasGivenSeed() || testing::IsFullSize() ? testing::SeedOfThisRun() : 1; }

std::string FindingOf(World& world, uint64_t seed) {
  History history(world, seed);
  history.Write(kWrites);
  return history.finding().empty() ? WriteAtOnce(world, history, seed) : history.finding();
}

TEST(StageRulesProperty, HoldsWhateverIsWritten) {
  World world;
  const auto end = steady_clock::now() + std::chrono::seconds(testing::Size(600, 7));
  const auto first = FirstSeed();
  int seeds = 0;
  do {
    const auto finding = FindingOf(world, first + seeds);
    ++seeds;
    ASSERT_EQ(finding, "");
  } while (!HasGivenSeed() && steady_clock::now() < end);
  std::cout << fmt::format("{} configurations and histories\n", seeds);
}

// A service that does not ask the rules of from here on when a deal is updated. It may take minutes to be found.
TEST(StageRulesProperty, IsFoundBrokenIfAnUpdateAsksNoRule) {
  if (!testing::IsFullSize()) GTEST_SKIP() << "played by ./tests/nightly";
  World world({"VORONKA_BREAK=rule_on_update"});
  std::string finding;
  for (int seed = 1; finding.empty() && seed <= kSeedsForTheMistake; ++seed) finding = FindingOf(world, seed);
  EXPECT_THAT(finding, ::testing::HasSubstr("FIELD_REQUIRED"));
}

}  // namespace
}  // namespace voronka::properties
