#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/crm_service/configuration/configurations.h"
#include "tests/crm_service/race.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::AnyOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr int kRounds = 20;

std::string FileOf(const Pipeline& pipeline) {
  Configuration configuration;
  *configuration.add_pipelines() = pipeline;
  std::string text;
  google::protobuf::TextFormat::PrintToString(configuration, &text);
  return text;
}

// Without its stage `talks`.
Pipeline Shortened() {
  auto pipeline = SalesPipeline();
  pipeline.mutable_stages()->DeleteSubrange(2, 1);
  return pipeline;
}

// Whoever comes to `talks` says something.
Pipeline Asking() {
  auto pipeline = SalesPipeline();
  auto& rule = *pipeline.mutable_stages(2)->add_rules();
  rule.set_key("say");
  rule.set_binding(StageRule::BINDING_ENTER);
  rule.mutable_comment();
  return pipeline;
}

class ConfigurationRaceTest : public ::testing::Test {
 protected:
  std::string StageOf(int64_t deal_id) { return office_.Find(deal_id).stage(); }

  bool IsThere(const std::string& stage) {
    const auto pipeline = office_.olga.Call<Pipeline>(GettingPipeline("sales"));
    return std::ranges::count(pipeline.stages(), stage, &Stage::key) > 0;
  }

  // Whether the last event about the deal comes before the last one about a pipeline.
  bool MovedFirst() {
    const auto events = office_.Events();
    const auto last = [&](auto is_wanted) {
      return std::find_if(events.rbegin(), events.rend(), is_wanted) - events.rbegin();
    };
    return last([](const Event& event) { return events::IsChangeTo<Deal>(event); }) >
           last([](const Event& event) { return events::IsChangeTo<Pipeline>(event); });
  }

  Office office_;
};

TEST_F(ConfigurationRaceTest, NoDealComesToAStageThatIsGone) {
  for (int round = 0; round < kRounds; ++round) {
    const auto deal = office_.AnnasDeal();
    const auto refusals = Race({[&] { Apply(office_.olga, ApplyingFile(FileOf(Shortened()))); },
                                [&] { office_.anna.Call<Deal>(Moving(deal.id(), "talks")); }});
    EXPECT_THAT(refusals, AnyOf(ElementsAre("", "NOT_FOUND"), ElementsAre("STAGE_IN_USE", "")));
    EXPECT_TRUE(IsThere(StageOf(deal.id())));
    Apply(office_.olga, ApplyingFile(FileOf(SalesPipeline())));
    office_.anna.Call<Deal>(Moving(deal.id(), "new"));
  }
}

TEST_F(ConfigurationRaceTest, NoMoveSkipsARuleThatIsThere) {
  for (int round = 0; round < kRounds; ++round) {
    const auto deal = office_.AnnasDeal();
    const auto refusals = Race({[&] { Apply(office_.olga, ApplyingFile(FileOf(Asking()))); },
                                [&] { office_.anna.Call<Deal>(Moving(deal.id(), "talks")); }});
    EXPECT_EQ(refusals[0], "");
    if (refusals[1].empty()) {
      EXPECT_TRUE(MovedFirst()) << "the rule was there when the deal was moved";
    } else {
      EXPECT_EQ(refusals[1], "COMMENT_REQUIRED");
    }
    Apply(office_.olga, ApplyingFile(FileOf(SalesPipeline())));
  }
}

TEST_F(ConfigurationRaceTest, EachOfManyMakesAVersion) {
  const auto before = Exported(office_.olga).version();
  std::vector<std::function<void()>> rivals;
  for (int i = 0; i < 8; ++i) {
    rivals.push_back([&, i] { Apply(office_.olga, ApplyingFile(PipelineText("p" + std::to_string(i)))); });
    rivals.push_back([&, i] {
      CreateFormRequest create;
      create.mutable_form()->set_name("Форма " + std::to_string(i));
      office_.olga.Call<Form>(create);
    });
  }
  EXPECT_THAT(Race(rivals), Each(""));
  const auto after = Exported(office_.olga);
  EXPECT_EQ(after.version(), before + 16);
  Apply(office_.olga, RollingBackTo(before));
  Apply(office_.olga, RollingBackTo(after.version()));
  EXPECT_THAT(Paths(PlanOfFile(office_.olga, after.file(), true)), IsEmpty());
}

TEST_F(ConfigurationRaceTest, OfTwoThatWerePlannedAtOnceOneIsRefused) {
  for (int round = 0; round < 5; ++round) {
    const auto version = Exported(office_.olga).version();
    const auto applying = [&](const std::string& key) {
      auto request = ApplyingFile(PipelineText(key + std::to_string(round)));
      request.set_etag(version);
      Apply(office_.olga, request);
    };
    EXPECT_THAT(Race({[&] { applying("one"); }, [&] { applying("other"); }}),
                AnyOf(ElementsAre("", "STALE_ETAG"), ElementsAre("STALE_ETAG", "")));
  }
}

}  // namespace
}  // namespace voronka::testing
