#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/configuration/configurations.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class DealMovesTest : public ::testing::Test {
 protected:
  DealMovesTest() {
    Apply(office_.olga, ApplyingFile(PipelineText("partners")));
    auto request = NewDeal();
    request.mutable_deal()->set_pipeline("partners");
    deal_id_ = office_.anna.Call<Deal>(request).id();
  }

  // With the stage `fresh` in place of `new`.
  static std::string Changed(const std::string& moves) {
    auto text = PipelineText("partners");
    const std::string former = "key: \"new\"";
    return text.replace(text.find(former), former.size(), "key: \"fresh\"") + moves;
  }

  Office office_;
  int64_t deal_id_ = 0;
};

const std::string kToFresh = R"(stage_moves { pipeline: "partners" from: "new" to: "fresh" })";

TEST_F(DealMovesTest, AreToldByThePlanAndThenMade) {
  const auto plan = PlanOfFile(office_.olga, Changed(kToFresh));
  EXPECT_THAT(ProblemsOf(plan), IsEmpty());
  const auto& told = *plan.differences().rbegin();
  EXPECT_EQ(told.kind(), ConfigurationDifference::KIND_DEALS_MOVED);
  EXPECT_EQ(told.path(), "pipelines[\"partners\"].stages[\"new\"]");
  EXPECT_THAT(told.names(), ElementsAre("partners", "Новая"));
  EXPECT_EQ(told.after(), "Новая");
  EXPECT_EQ(told.deals(), 1);
  EXPECT_EQ(office_.Find(deal_id_).stage(), "new");
  EXPECT_EQ(Paths(Apply(office_.olga, ApplyingFile(Changed(kToFresh)))), Paths(plan));
  EXPECT_EQ(office_.Find(deal_id_).stage(), "fresh");
}

TEST_F(DealMovesTest, ChangeNothingTheSecondTime) {
  Apply(office_.olga, ApplyingFile(Changed(kToFresh)));
  EXPECT_THAT(Paths(PlanOfFile(office_.olga, Changed(kToFresh))), IsEmpty());
  EXPECT_EQ(Exported(office_.olga).configuration().stage_moves_size(), 0);
}

TEST_F(DealMovesTest, AreAskedForWhereAStageHasDeals) {
  EXPECT_THAT(ProblemsOf(PlanOfFile(office_.olga, Changed(""))), ElementsAre(::testing::HasSubstr("STAGE_IN_USE")));
}

TEST_F(DealMovesTest, AreRefusedWithAllThatIsWrongWithThem) {
  const auto plan = PlanOfFile(office_.olga, Changed(R"(stage_moves { pipeline: "partners" from: "new" to: "won" }
stage_moves { pipeline: "partners" from: "lost" to: "nowhere" }
stage_moves { from: "new" to: "fresh" })"));
  std::vector<std::string> reasons;
  for (const auto& problem : plan.problems()) reasons.push_back(problem.path() + " " + problem.reason());
  EXPECT_THAT(reasons,
              ::testing::IsSupersetOf({"stage_moves[0].to OTHER_STATE", "stage_moves[1].from STAGE_STAYS",
                                       "stage_moves[1].to UNKNOWN_STAGE", "stage_moves[2].pipeline REQUIRED"}));
}

}  // namespace
}  // namespace voronka::testing
