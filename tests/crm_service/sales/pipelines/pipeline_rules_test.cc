#include "crm_service/sales/pipelines/pipeline_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/rpc/requests/error.h"
#include "tests/crm_service/requests.h"

namespace voronka::testing {
namespace {

using crm::v1::Pipeline;
using crm::v1::Stage;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<std::string> WrongWith(const Pipeline& pipeline) {
  rpc::Violations violations;
  crm::CheckPipeline(pipeline, violations);
  std::vector<std::string> wrong;
  for (const auto& violation : violations.all()) wrong.push_back(violation.reason + " at " + violation.field);
  return wrong;
}

// SalesPipeline is new, accepted, talks (open), won, lost.
Pipeline WithKind(int stage, Stage::Kind kind) {
  auto pipeline = SalesPipeline();
  pipeline.mutable_stages(stage)->set_kind(kind);
  return pipeline;
}

Pipeline WithStage(const std::string& key, Stage::Kind kind) {
  auto pipeline = SalesPipeline();
  auto& stage = *pipeline.add_stages();
  stage.set_key(key);
  stage.set_kind(kind);
  return pipeline;
}

TEST(PipelineRules, AllowAnOrdinaryPipeline) { EXPECT_THAT(WrongWith(SalesPipeline()), IsEmpty()); }

TEST(PipelineRules, AllowTheFirstStageToBeIncoming) {
  EXPECT_THAT(WrongWith(WithKind(0, Stage::KIND_INCOMING)), IsEmpty());
}

TEST(PipelineRules, RefuseALaterIncomingStage) {
  EXPECT_THAT(WrongWith(WithKind(1, Stage::KIND_INCOMING)),
              ElementsAre("INCOMING_NOT_FIRST at pipeline.stages[1].kind"));
}

TEST(PipelineRules, RefuseAProbabilityOfAClosingStage) {
  auto pipeline = SalesPipeline();
  pipeline.mutable_stages(1)->set_probability(0);
  EXPECT_THAT(WrongWith(pipeline), IsEmpty());
  pipeline.mutable_stages(3)->set_probability(100);
  EXPECT_THAT(WrongWith(pipeline), ElementsAre("PROBABILITY_NOT_OPEN at pipeline.stages[3].probability"));
}

TEST(PipelineRules, RefuseATimeForSortingWhereNothingWaitsToBeSorted) {
  auto pipeline = WithKind(0, Stage::KIND_INCOMING);
  pipeline.mutable_stages(0)->set_sort_minutes(60);
  EXPECT_THAT(WrongWith(pipeline), IsEmpty());
  pipeline.mutable_stages(1)->set_sort_minutes(60);
  EXPECT_THAT(WrongWith(pipeline), ElementsAre("SORT_MINUTES_NOT_INCOMING at pipeline.stages[1].sort_minutes"));
}

TEST(PipelineRules, RefuseAPipelineWithoutAnOpenStage) {
  auto pipeline = WithKind(0, Stage::KIND_INCOMING);
  pipeline.mutable_stages()->DeleteSubrange(1, 2);
  EXPECT_THAT(WrongWith(pipeline), ElementsAre("NO_OPEN_STAGE at pipeline.stages"));
}

TEST(PipelineRules, RefuseASecondWonStage) {
  EXPECT_THAT(WrongWith(WithStage("won_too", Stage::KIND_WON)), ElementsAre("ONE_WON_STAGE at pipeline.stages"));
}

TEST(PipelineRules, RefuseAPipelineWithoutAWonStage) {
  EXPECT_THAT(WrongWith(WithKind(3, Stage::KIND_LOST)), ElementsAre("ONE_WON_STAGE at pipeline.stages"));
}

TEST(PipelineRules, AllowSeveralLostStages) {
  EXPECT_THAT(WrongWith(WithStage("lost_too", Stage::KIND_LOST)), IsEmpty());
}

TEST(PipelineRules, RefuseAPipelineWithoutALostStage) {
  auto pipeline = SalesPipeline();
  pipeline.mutable_stages()->RemoveLast();
  EXPECT_THAT(WrongWith(pipeline), ElementsAre("NO_LOST_STAGE at pipeline.stages"));
}

TEST(PipelineRules, RefuseAnOpenStageAfterAClosedOne) {
  EXPECT_THAT(WrongWith(WithStage("late", Stage::KIND_OPEN)),
              ElementsAre("CLOSING_NOT_LAST at pipeline.stages[5].kind"));
}

TEST(PipelineRules, AllowAnOpenParkingStage) {
  auto pipeline = SalesPipeline();
  pipeline.mutable_stages(1)->set_parking(true);
  EXPECT_THAT(WrongWith(pipeline), IsEmpty());
}

TEST(PipelineRules, RefuseAClosedParkingStage) {
  auto pipeline = SalesPipeline();
  pipeline.mutable_stages(4)->set_parking(true);
  EXPECT_THAT(WrongWith(pipeline), ElementsAre("PARKING_NOT_OPEN at pipeline.stages[4].parking"));
}

TEST(PipelineRules, RefuseADuplicateStageKey) {
  auto pipeline = SalesPipeline();
  pipeline.mutable_stages(2)->set_key("new");
  EXPECT_THAT(WrongWith(pipeline), ElementsAre("DUPLICATE_KEY at pipeline.stages[2].key"));
}

TEST(PipelineRules, RefuseADuplicateLossReason) {
  auto pipeline = SalesPipeline();
  pipeline.mutable_loss_reasons(1)->set_key("price");
  EXPECT_THAT(WrongWith(pipeline), ElementsAre("DUPLICATE_KEY at pipeline.loss_reasons[1].key"));
}

TEST(PipelineRules, AllowAnyOpenStageAsTheTakeStage) {
  auto pipeline = SalesPipeline();
  pipeline.set_take_stage("accepted");
  EXPECT_THAT(WrongWith(pipeline), IsEmpty());
}

TEST(PipelineRules, RefuseATakeStageThatThePipelineDoesNotHave) {
  auto pipeline = SalesPipeline();
  pipeline.set_take_stage("prepaid");
  EXPECT_THAT(WrongWith(pipeline), ElementsAre("UNKNOWN_STAGE at pipeline.take_stage"));
}

TEST(PipelineRules, RefuseATakeStageThatIsNotOpen) {
  for (const char* stage : {"won", "lost"}) {
    auto pipeline = SalesPipeline();
    pipeline.set_take_stage(stage);
    EXPECT_THAT(WrongWith(pipeline), ElementsAre("TAKE_STAGE_NOT_OPEN at pipeline.take_stage"));
  }
}

TEST(PipelineRules, SayHowManyDealsEachStageStillHas) {
  const auto pipeline = SalesPipeline();
  try {
    crm::CheckHaveNoDeals({{pipeline.stages(0), 0, 0}, {pipeline.stages(1), 2, 1}, {pipeline.stages(4), 0, 3}});
    FAIL();
  } catch (const rpc::Error& error) {
    EXPECT_EQ(error.code(), rpc::Code::kFailedPrecondition);
    ASSERT_EQ(error.violations().size(), 2U);
    EXPECT_EQ(error.violations()[0].reason, "STAGE_IN_USE");
    EXPECT_EQ(error.violations()[0].text.en, "The stage “Этап accepted” has 3 deals: 2 open and 1 closed.");
    EXPECT_EQ(error.violations()[0].text.ru, "На этапе «Этап accepted» 3 сделки: 2 открытые и 1 закрытая.");
    EXPECT_EQ(error.violations()[1].text.ru, "На этапе «Этап lost» 3 сделки, все закрыты.");
    EXPECT_EQ(error.metadata().at("open_deals"), "2");
    EXPECT_EQ(error.metadata().at("closed_deals"), "4");
  }
}

TEST(PipelineRules, AllowToRemoveStagesWithoutDeals) {
  const auto pipeline = SalesPipeline();
  EXPECT_NO_THROW(crm::CheckHaveNoDeals({{pipeline.stages(0), 0, 0}}));
}

TEST(PipelineRules, ReportAllViolationsAtOnce) {
  auto pipeline = WithKind(2, Stage::KIND_INCOMING);
  pipeline.mutable_stages(3)->set_parking(true);
  pipeline.mutable_stages(1)->set_key("new");
  EXPECT_THAT(WrongWith(pipeline), UnorderedElementsAre("DUPLICATE_KEY at pipeline.stages[1].key",
                                                        "INCOMING_NOT_FIRST at pipeline.stages[2].kind",
                                                        "PARKING_NOT_OPEN at pipeline.stages[3].parking"));
}

}  // namespace
}  // namespace voronka::testing
