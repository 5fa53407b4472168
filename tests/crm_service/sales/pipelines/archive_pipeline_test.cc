#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"
#include "tests/crm_service/race.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

ArchivePipelineRequest Archiving(const std::string& pipeline) {
  ArchivePipelineRequest request;
  request.set_pipeline(pipeline);
  return request;
}

UnarchivePipelineRequest Unarchiving(const std::string& pipeline) {
  UnarchivePipelineRequest request;
  request.set_pipeline(pipeline);
  return request;
}

CreateDealRequest NewDealIn(const std::string& pipeline) {
  auto request = NewDeal();
  request.mutable_deal()->set_pipeline(pipeline);
  return request;
}

MoveDealRequest MovingTo(int64_t deal_id, const std::string& pipeline, const std::string& stage) {
  auto request = Moving(deal_id, stage);
  request.set_pipeline(pipeline);
  return request;
}

struct ArchivePipeline : Office, ::testing::Test {
  void Archive(const std::string& pipeline) { olga.Call<Pipeline>(Archiving(pipeline)); }
  std::vector<std::string> Listed(bool show_archived = false) {
    ListPipelinesRequest request;
    request.set_show_archived(show_archived);
    std::vector<std::string> keys;
    const auto listed = anna.Call<ListPipelinesResponse>(request);
    for (const auto& pipeline : listed.pipelines()) keys.push_back(pipeline.key());
    return keys;
  }
  // All reasons at once.
  std::vector<std::string> RefusalsOf(const google::protobuf::Message& request) {
    const auto failure = FailureOf(olga, request);
    std::vector<std::string> reasons;
    for (const auto& violation : failure.precondition_violations()) {
      reasons.push_back(violation.type());
    }
    return reasons;
  }
};

TEST_F(ArchivePipeline, HidesThePipelineFromListsByDefault) {
  Archive("repeat");
  EXPECT_THAT(Listed(), ElementsAre("sales"));
  EXPECT_THAT(Listed(true), ElementsAre("sales", "repeat"));
}

TEST_F(ArchivePipeline, KeepsThePipelineReadableWithTheTime) {
  const auto archived = olga.Call<Pipeline>(Archiving("repeat"));
  EXPECT_TRUE(archived.has_archive_time());
  EXPECT_EQ(archived.etag(), 2);
  EXPECT_EQ(anna.Call<Pipeline>(GettingPipeline("repeat")).SerializeAsString(), archived.SerializeAsString());
}

TEST_F(ArchivePipeline, WritesAnEvent) {
  Archive("repeat");
  const auto change = LastChange<Pipeline>();
  EXPECT_FALSE(change.before.has_archive_time());
  EXPECT_TRUE(change.after.has_archive_time());
}

TEST_F(ArchivePipeline, TakesEffectOnce) {
  const auto first = olga.Call<Pipeline>(Archiving("repeat"));
  const size_t events = Events().size();
  EXPECT_EQ(olga.Call<Pipeline>(Archiving("repeat")).SerializeAsString(), first.SerializeAsString());
  EXPECT_EQ(Events().size(), events);
}

TEST_F(ArchivePipeline, AcceptsTheIdToo) {
  const auto repeat = olga.Call<Pipeline>(GettingPipeline("repeat"));
  EXPECT_TRUE(olga.Call<Pipeline>(Archiving(std::to_string(repeat.id()))).has_archive_time());
}

TEST_F(ArchivePipeline, IsRefusedWhileItHasOpenDealsAndSaysHowMany) {
  for (const char* stage : {"new", "accepted"}) {
    auto request = NewDealIn("repeat");
    request.mutable_deal()->set_stage(stage);
    anna.Call<Deal>(request);
  }
  const auto failure = FailureOf(olga, Archiving("repeat"));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "PIPELINE_IN_USE");
  EXPECT_EQ(failure.metadata("open_deals"), "2");
}

TEST_F(ArchivePipeline, IsPossibleOnceItsDealsAreClosed) {
  anna.Call<Deal>(Moving(anna.Call<Deal>(NewDealIn("repeat")).id(), "won"));
  Archive("repeat");
  EXPECT_THAT(Listed(), ElementsAre("sales"));
}

TEST_F(ArchivePipeline, IsRefusedForTheDefaultAndTheLastPipeline) {
  EXPECT_EQ(FailureOf(olga, Archiving("sales")).reason(), "PIPELINE_IS_DEFAULT");
  Archive("repeat");
  anna.Call<Deal>(NewDeal());
  EXPECT_THAT(RefusalsOf(Archiving("sales")),
              UnorderedElementsAre("PIPELINE_IN_USE", "PIPELINE_IS_DEFAULT", "LAST_PIPELINE"));
}

TEST_F(ArchivePipeline, RefusesAStaleEtag) {
  auto request = Archiving("repeat");
  request.set_etag(7);
  EXPECT_EQ(FailureOf(olga, request).reason(), "STALE_ETAG");
}

TEST_F(ArchivePipeline, RefusesNewDeals) {
  Archive("repeat");
  EXPECT_THAT(ViolationsOf(anna, NewDealIn("repeat")), ElementsAre("PIPELINE_ARCHIVED at deal.pipeline"));
}

TEST_F(ArchivePipeline, RefusesMovesIntoIt) {
  Archive("repeat");
  const auto deal = AnnasDeal();
  const auto failure = FailureOf(anna, MovingTo(deal.id(), "repeat", "accepted"));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "PIPELINE_ARCHIVED");
}

TEST_F(ArchivePipeline, RefusesToReopenADealInIt) {
  const auto deal = anna.Call<Deal>(NewDealIn("repeat"));
  anna.Call<Deal>(Moving(deal.id(), "won"));
  Archive("repeat");
  auto reopening = MovingBecause(deal.id(), "accepted", "Вернули товар");
  EXPECT_EQ(FailureOf(galina, reopening).reason(), "PIPELINE_ARCHIVED");
  reopening.set_pipeline("sales");
  EXPECT_EQ(galina.Call<Deal>(reopening).pipeline(), "sales");
}

TEST_F(ArchivePipeline, PreventsMakingItTheDefault) {
  Archive("repeat");
  auto repeat = RepeatPipeline();
  repeat.set_default_for_inquiries(true);
  EXPECT_EQ(FailureOf(olga, Updating(repeat)).reason(), "PIPELINE_ARCHIVED");
}

TEST_F(ArchivePipeline, SurvivesAnUpdateOfThePipeline) {
  Archive("repeat");
  auto repeat = RepeatPipeline();
  repeat.set_name("Повторные до 2026 года");
  EXPECT_TRUE(olga.Call<Pipeline>(Updating(repeat)).has_archive_time());
}

TEST_F(ArchivePipeline, CannotBeSetByAnUpdate) {
  auto sales = SalesPipeline();
  *sales.mutable_archive_time() = Instant(1);
  EXPECT_FALSE(olga.Call<Pipeline>(Updating(sales)).has_archive_time());
}

TEST_F(ArchivePipeline, CanBeUndone) {
  Archive("repeat");
  EXPECT_FALSE(olga.Call<Pipeline>(Unarchiving("repeat")).has_archive_time());
  EXPECT_THAT(Listed(), ElementsAre("sales", "repeat"));
  EXPECT_EQ(anna.Call<Deal>(NewDealIn("repeat")).pipeline(), "repeat");
}

TEST_F(ArchivePipeline, LosesNoInquiryForThePipeline) {
  Archive("repeat");
  auto request = Asking("+79161112233");
  request.set_pipeline("repeat");
  EXPECT_EQ(Find(intake.Call<Inquiry>(request).deal_id()).pipeline(), "sales");
}

TEST_F(ArchivePipeline, KeepsRepeatCustomersInTheirFirstPipeline) {
  const auto first = intake.Call<Inquiry>(Asking("+79161112233")).deal_id();
  galina.Call<Deal>(Moving(first, "won"));
  Archive("repeat");
  const auto again = intake.Call<Inquiry>(Asking("+79161112233")).deal_id();
  EXPECT_EQ(Find(again).pipeline(), "sales");
}

TEST_F(ArchivePipeline, PassesInquiriesOnIfThereIsNoDefault) {
  auto sales = SalesPipeline();
  sales.set_default_for_inquiries(false);
  olga.Call<Pipeline>(Updating(sales));
  Archive("sales");
  const auto inquiry = intake.Call<Inquiry>(Asking("+79161112233"));
  EXPECT_EQ(Find(inquiry.deal_id()).pipeline(), "repeat");
}

TEST_F(ArchivePipeline, LeavesNoOpenDealBehindInARaceWithAMove) {
  for (int round = 0; round < 10; ++round) {
    const auto deal = AnnasDeal();
    const auto refusals =
        Race({[&] { Archive("repeat"); }, [&] { anna.Call<Deal>(MovingTo(deal.id(), "repeat", "accepted")); }});
    const bool moved = Find(deal.id()).pipeline() == "repeat";
    EXPECT_THAT(refusals, moved ? ElementsAre("PIPELINE_IN_USE", "") : ElementsAre("", "PIPELINE_ARCHIVED"));
    if (moved) anna.Call<Deal>(Moving(deal.id(), "won"));
    olga.Call<Pipeline>(Unarchiving("repeat"));
  }
}

TEST_F(ArchivePipeline, LeavesNoOpenDealBehindInARaceWithAnInquiry) {
  for (int round = 0; round < 10; ++round) {
    auto request = Asking("+7916111" + std::to_string(1000 + round));
    request.set_pipeline("repeat");
    int64_t deal_id = 0;
    const auto refusals =
        Race({[&] { Archive("repeat"); }, [&] { deal_id = intake.Call<Inquiry>(request).deal_id(); }});
    ASSERT_EQ(refusals.at(1), "") << "an inquiry is never lost";
    const bool came_first = Find(deal_id).pipeline() == "repeat";
    EXPECT_EQ(refusals.at(0), came_first ? "PIPELINE_IN_USE" : "");
    if (came_first) galina.Call<Deal>(Moving(deal_id, "won"));
    olga.Call<Pipeline>(Unarchiving("repeat"));
  }
}

}  // namespace
}  // namespace voronka::testing
