#include "demo/people/demo_account.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>

#include "demo/day/days.h"
#include "tests/demo/solution_files.h"

namespace voronka::testing {
namespace {

using demo::DemoAccount;
using demo::FindSolution;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::ThrowsMessage;

TEST(DemoAccount, IsOneForEachSolution) {
  EXPECT_EQ(DemoAccount("wholesale").LoginOf(demo::kManagers[0]), "anna@demo.voronka");
  EXPECT_EQ(DemoAccount("school").LoginOf(demo::kManagers[0]), "anna@school.voronka");
  EXPECT_EQ(DemoAccount("wholesale").LoginOf(demo::kAdmin), security::kDemoAdmin);
  EXPECT_NE(DemoAccount("wholesale").RequestId("account"), DemoAccount("school").RequestId("account"));
}

TEST(KnownSolutions, AreThoseOfTheFolder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(VORONKA_SOLUTIONS)) {
    if (entry.path().extension() == ".textproto") names.insert(entry.path().stem().string());
  }
  const auto& known = demo::KnownSolutions();
  EXPECT_EQ(std::set(known.begin(), known.end()), names);
}

TEST(KnownSolutions, HaveADayEach) {
  for (const auto& name : demo::KnownSolutions()) EXPECT_THAT(demo::DayOf(name), Not(IsEmpty())) << name;
}

TEST(FindSolution, TakesANameOrAFile) {
  EXPECT_FALSE(FindSolution("school").file.has_value());
  const auto file = FindSolution(VORONKA_SOLUTIONS "/small.textproto");
  EXPECT_EQ(file.name, "small");
  EXPECT_EQ(file.file.value().pipelines(0).key(), "repairs");
}

TEST(FindSolution, AnswersAnUnknownNameWithTheKnownOnes) {
  EXPECT_THAT([] { FindSolution("bakery"); }, ThrowsMessage<std::runtime_error>(HasSubstr("osiris, school, small")));
}

}  // namespace
}  // namespace voronka::testing
