#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/people/users/colleagues.h"
#include "tests/crm_service/race.h"
#include "tests/crm_service/requests.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

Pipeline Named(const std::string& key) {
  auto pipeline = RepeatPipeline();
  pipeline.set_key(key);
  return pipeline;
}

TEST(CreatePipeline, NumbersTheStagesInOrder) {
  Colleagues they;
  const auto made = they.olga.Call<Pipeline>(Creating(LonePipeline()));
  ASSERT_EQ(made.stages_size(), 5);
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(made.stages(i).position(), i + 1);
    EXPECT_EQ(made.stages(i).id(), i + 1);
  }
  EXPECT_EQ(made.etag(), 1);
}

TEST(CreatePipeline, IsFoundByKeyAndById) {
  Colleagues they;
  const auto made = they.olga.Call<Pipeline>(Creating(LonePipeline()));
  for (const auto& name : {std::string("sales"), std::to_string(made.id())}) {
    EXPECT_EQ(they.anna.Call<Pipeline>(GettingPipeline(name)).SerializeAsString(), made.SerializeAsString());
  }
}

TEST(CreatePipeline, RefusesADuplicateKey) {
  Colleagues they;
  they.olga.Call<Pipeline>(Creating(LonePipeline()));
  const auto failure = FailureOf(they.olga, Creating(LonePipeline()));
  EXPECT_EQ(failure.code(), grpc::StatusCode::ALREADY_EXISTS);
  EXPECT_EQ(failure.reason(), "KEY_TAKEN");
}

TEST(CreatePipeline, AllowsAKeyThatAnotherAccountHas) {
  Colleagues they, others;
  others.olga.Call<Pipeline>(Creating(LonePipeline()));
  EXPECT_EQ(they.olga.Call<Pipeline>(Creating(LonePipeline())).key(), "sales");
}

TEST(CreatePipeline, ReportsEveryBrokenRule) {
  Colleagues they;
  auto pipeline = LonePipeline();
  pipeline.mutable_stages(1)->set_kind(Stage::KIND_INCOMING);
  pipeline.mutable_stages(2)->set_key("new");
  pipeline.set_repeat_pipeline("nope");
  EXPECT_THAT(
      ViolationsOf(they.olga, Creating(pipeline)),
      UnorderedElementsAre("INCOMING_NOT_FIRST at pipeline.stages[1].kind", "DUPLICATE_KEY at pipeline.stages[2].key",
                           "UNKNOWN_PIPELINE at pipeline.repeat_pipeline"));
}

TEST(CreatePipeline, RefusesARepeatPipelineThatDoesNotExist) {
  Colleagues they;
  EXPECT_THAT(ViolationsOf(they.olga, Creating(SalesPipeline())),
              ElementsAre("UNKNOWN_PIPELINE at pipeline.repeat_pipeline"));
  they.olga.Call<Pipeline>(Creating(RepeatPipeline()));
  EXPECT_EQ(they.olga.Call<Pipeline>(Creating(SalesPipeline())).repeat_pipeline(), "repeat");
}

TEST(CreatePipeline, MayNameItselfForRepeatInquiries) {
  Colleagues they;
  auto pipeline = Named("one");
  pipeline.set_repeat_pipeline("one");
  EXPECT_EQ(they.olga.Call<Pipeline>(Creating(pipeline)).repeat_pipeline(), "one");
}

TEST(CreatePipeline, WritesAnEvent) {
  Colleagues they;
  const auto made = they.olga.Call<Pipeline>(Creating(LonePipeline()));
  const auto change = Crm().LastChange<Pipeline>(they.account_id());
  EXPECT_FALSE(change.HasBefore());
  EXPECT_EQ(change.after.SerializeAsString(), made.SerializeAsString());
}

TEST(CreatePipeline, ReplacesThePreviousDefault) {
  Colleagues they;
  they.olga.Call<Pipeline>(Creating(LonePipeline()));
  auto next = Named("next");
  next.set_default_for_inquiries(true);
  they.olga.Call<Pipeline>(Creating(next));
  const auto before = they.olga.Call<Pipeline>(GettingPipeline("sales"));
  EXPECT_FALSE(before.default_for_inquiries());
  EXPECT_EQ(before.etag(), 2);
}

TEST(CreatePipeline, LeavesOneDefaultAfterConcurrentCalls) {
  Colleagues they;
  std::vector<std::function<void()>> rivals;
  for (const char* key : {"one", "two", "three", "four"}) {
    rivals.emplace_back([&they, key] {
      auto pipeline = Named(key);
      pipeline.set_default_for_inquiries(true);
      they.olga.Call<Pipeline>(Creating(pipeline));
    });
  }
  EXPECT_THAT(Race(rivals), ElementsAre("", "", "", ""));
  int defaults = 0;
  const auto response = they.olga.Call<ListPipelinesResponse>(ListPipelinesRequest());
  for (const auto& pipeline : response.pipelines()) {
    defaults += pipeline.default_for_inquiries() ? 1 : 0;
  }
  EXPECT_EQ(defaults, 1);
}

TEST(GetPipeline, DoesNotFindOneInAnotherAccount) {
  Colleagues they, others;
  const auto theirs = others.olga.Call<Pipeline>(Creating(LonePipeline()));
  EXPECT_EQ(FailureOf(they.anna, GettingPipeline("sales")).code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(FailureOf(they.anna, GettingPipeline(std::to_string(theirs.id()))).code(), grpc::StatusCode::NOT_FOUND);
}

TEST(ListPipelines, ReturnsPagesInOrderOfCreation) {
  Colleagues they;
  for (const char* key : {"one", "two", "three"}) they.olga.Call<Pipeline>(Creating(Named(key)));
  ListPipelinesRequest request;
  request.set_page_size(2);
  const auto first = they.anna.Call<ListPipelinesResponse>(request);
  ASSERT_EQ(first.pipelines_size(), 2);
  EXPECT_EQ(first.pipelines(0).key(), "one");
  EXPECT_EQ(first.pipelines(1).key(), "two");
  request.set_page_token(first.next_page_token());
  const auto second = they.anna.Call<ListPipelinesResponse>(request);
  ASSERT_EQ(second.pipelines_size(), 1);
  EXPECT_EQ(second.pipelines(0).key(), "three");
  EXPECT_EQ(second.next_page_token(), "");
}

}  // namespace
}  // namespace voronka::testing
