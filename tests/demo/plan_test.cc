#include "demo/life/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "tests/demo/solution_files.h"

namespace voronka::testing {
namespace {

using demo::Pipelines;
using demo::PlanDeals;
using demo::PlannedDeal;
using ::testing::ElementsAre;
using ::testing::Ge;

std::vector<std::string> KeysOf(const std::vector<const crm::v1::Stage*>& way) {
  std::vector<std::string> keys;
  for (const auto* stage : way) keys.push_back(stage->key());
  return keys;
}

std::map<std::string, int> DealsByStage(const std::vector<PlannedDeal>& plan) {
  std::map<std::string, int> deals;
  for (const auto& deal : plan) ++deals[deal.pipeline->key() + "/" + deal.stage().key()];
  return deals;
}

TEST(Plan, HasADealInEveryStage) {
  for (const auto& name : demo::KnownSolutions()) {
    const Pipelines pipelines = PipelinesOf(ReadSolution(name));
    for (const int deals : {1, 60}) {
      auto planned = DealsByStage(PlanDeals(pipelines, 1, deals));
      for (const auto& pipeline : pipelines) {
        for (const auto& stage : pipeline.stages()) {
          EXPECT_THAT(planned[pipeline.key() + "/" + stage.key()], Ge(1)) << name << " " << stage.key();
        }
      }
    }
  }
}

TEST(Plan, HasAsManyDealsAsAskedFor) {
  for (const auto& name : demo::KnownSolutions()) {
    EXPECT_EQ(PlanDeals(PipelinesOf(ReadSolution(name)), 1, 60).size(), 60) << name;
  }
}

TEST(Plan, HasMoreDealsAtTheBeginning) {
  const Pipelines pipelines = PipelinesOf(ReadSolution("trade_b24"));
  auto planned = DealsByStage(PlanDeals(pipelines, 1, 60));
  EXPECT_GT(planned["sales/new"], planned["sales/paid"]);
  EXPECT_GT(planned["sales/paid"], planned["sales/spam"]);
}

TEST(Plan, IsTheSameForTheSameSeed) {
  const Pipelines pipelines = PipelinesOf(ReadSolution("school"));
  const auto plan = PlanDeals(pipelines, 7, 60);
  const auto again = PlanDeals(pipelines, 7, 60);
  const auto ways = [](const std::vector<PlannedDeal>& deals) {
    std::vector<std::vector<std::string>> all;
    for (const auto& deal : deals) all.push_back(KeysOf(deal.way));
    return all;
  };
  EXPECT_EQ(ways(plan), ways(again));
  EXPECT_NE(ways(plan), ways(PlanDeals(pipelines, 8, 60)));
}

const crm::v1::Stage& StageIn(const crm::v1::Pipeline& pipeline, const std::string& key) {
  return *std::ranges::find(pipeline.stages(), key, &crm::v1::Stage::key);
}

TEST(Plan, GoesToAStageBesideTheWayAndNotThroughIt) {
  const auto school = ReadSolution("school");
  const auto& sales = school.pipelines(0);
  EXPECT_THAT(KeysOf(demo::WayTo(sales, StageIn(sales, "no_answer"), 1)),
              ElementsAre("new", "qualification", "no_answer"));
  EXPECT_THAT(KeysOf(demo::WayTo(sales, StageIn(sales, "needs_identified"), 1)),
              ElementsAre("new", "qualification", "needs_identified"));
}

TEST(Plan, LosesADealOnTheWay) {
  const auto small = ReadSolution("small");
  const auto& repairs = small.pipelines(0);
  EXPECT_THAT(KeysOf(demo::WayTo(repairs, StageIn(repairs, "refused"), 2)), ElementsAre("new", "talking", "refused"));
  EXPECT_THAT(KeysOf(demo::WayTo(repairs, StageIn(repairs, "refused"), 9)),
              ElementsAre("new", "talking", "repairing", "refused"));
}

TEST(Plan, SeesSpamAtOnce) {
  const Pipelines pipelines = PipelinesOf(ReadSolution("trade_b24"));
  for (const auto& deal : PlanDeals(pipelines, 1, 60)) {
    if (deal.stage().key() != "spam") continue;
    EXPECT_THAT(KeysOf(deal.way), ElementsAre("new", "spam"));
  }
}

// Nobody works on it yet.
TEST(Plan, LeavesWhatIsUnsortedWhereItCame) {
  const auto dealers = ReadSolution("dealers");
  const auto& pipeline = dealers.pipelines(0);
  EXPECT_THAT(KeysOf(demo::WayTo(pipeline, StageIn(pipeline, "unsorted"), 1)), ElementsAre("unsorted"));
  EXPECT_EQ(KeysOf(demo::WayTo(pipeline, StageIn(pipeline, "won"), 1)).front(), "first_contact");
}

}  // namespace
}  // namespace voronka::testing
