#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/configuration/configurations.h"
#include "voronka/crm/v1/queue.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::IsEmpty;

class SolutionsTest : public ::testing::TestWithParam<std::string> {
 protected:
  // Without pipelines of its own.
  Colleagues account_;
};

TEST_P(SolutionsTest, IsAppliedOnceAndReturnedFrom) {
  auto& olga = account_.olga;
  const auto before = Exported(olga);
  Apply(olga, ApplyingSolution(GetParam()));
  EXPECT_THAT(Paths(Apply(olga, ApplyingSolution(GetParam()))), IsEmpty());
  EXPECT_THAT(Paths(PlanOfFile(olga, Exported(olga).file(), true)), IsEmpty());
}

TEST_P(SolutionsTest, IsExportedAsItWasAndAppliesToAnotherAccount) {
  auto& olga = account_.olga;
  Apply(olga, ApplyingSolution(GetParam()));
  const auto file = Exported(olga).file();
  Colleagues another;
  Apply(another.olga, ApplyingFile(file));
  EXPECT_EQ(Exported(another.olga).file(), file);
  // Nothing is left of the solution that its file would have to add.
  EXPECT_THAT(Paths(Apply(another.olga, ApplyingSolution(GetParam()))), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(All, SolutionsTest,
                         ::testing::Values("dealers", "osiris", "school", "small", "trade_b24", "wholesale"),
                         [](const auto& solution) { return solution.param; });

TEST(Solutions, AreListedWithTitles) {
  Colleagues account;
  const auto response = account.olga.Call<ListSolutionsResponse>(ListSolutionsRequest());
  EXPECT_EQ(response.solutions_size(), 6);
  for (const auto& solution : response.solutions()) {
    EXPECT_NE(solution.configuration().title().ru(), "") << solution.key();
    EXPECT_NE(solution.configuration().title().en(), "") << solution.key();
    EXPECT_NE(solution.configuration().description().ru(), "") << solution.key();
  }
}

// Nobody has to make them by hand.
TEST_P(SolutionsTest, HasItsQueuesAtOnce) {
  auto& olga = account_.olga;
  Apply(olga, ApplyingSolution(GetParam()));
  int wanted = 0;
  const auto response = olga.Call<ListSolutionsResponse>(ListSolutionsRequest());
  for (const auto& solution : response.solutions()) {
    if (solution.key() == GetParam()) wanted = solution.configuration().queues_size();
  }
  EXPECT_EQ(olga.Call<ListQueuesResponse>(ListQueuesRequest()).queues_size(), wanted);
}

TEST(Solutions, AreFoundAfterOneAnother) {
  Colleagues account;
  for (const auto* key : {"wholesale", "trade_b24", "school"}) {
    Apply(account.olga, ApplyingSolution(key));
    EXPECT_THAT(Paths(Apply(account.olga, ApplyingSolution(key))), IsEmpty()) << key;
  }
}

}  // namespace
}  // namespace voronka::testing
