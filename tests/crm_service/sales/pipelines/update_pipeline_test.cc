#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"
#include "tests/crm_service/race.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;

Pipeline Sales(Office& office) { return office.olga.Call<Pipeline>(GettingPipeline("sales")); }

// Without its stage `talks`.
Pipeline Shortened(Pipeline pipeline) {
  pipeline.mutable_stages()->DeleteSubrange(2, 1);
  return pipeline;
}

TEST(UpdatePipeline, KeepsTheIdOfAStageThatKeepsItsKey) {
  Office office;
  const auto before = Sales(office);
  auto change = before;
  change.mutable_stages()->SwapElements(1, 2);
  change.mutable_stages(1)->set_name("Переговоры");
  const auto after = office.olga.Call<Pipeline>(Updating(change));
  EXPECT_EQ(after.stages(1).key(), "talks");
  EXPECT_EQ(after.stages(1).id(), before.stages(2).id());
  EXPECT_EQ(after.stages(1).position(), 2);
  EXPECT_EQ(after.stages(1).name(), "Переговоры");
  EXPECT_EQ(after.etag(), before.etag() + 1);
  EXPECT_EQ(after.create_time().SerializeAsString(), before.create_time().SerializeAsString());
}

TEST(UpdatePipeline, GivesANewStageItsOwnId) {
  Office office;
  auto change = Sales(office);
  change.mutable_stages(2)->set_key("negotiation");
  const auto after = office.olga.Call<Pipeline>(Updating(change));
  for (const int other : {0, 1, 3, 4}) EXPECT_NE(after.stages(2).id(), after.stages(other).id());
  EXPECT_NE(after.stages(2).id(), change.stages(2).id());
}

TEST(UpdatePipeline, IgnoresStageIdsInTheRequest) {
  Office office;
  const auto before = Sales(office);
  auto change = before;
  change.set_id(77);
  change.mutable_stages(0)->set_id(78);
  change.set_name("Продажи");
  const auto after = office.olga.Call<Pipeline>(Updating(change));
  EXPECT_EQ(after.id(), before.id());
  EXPECT_EQ(after.stages(0).id(), before.stages(0).id());
}

TEST(UpdatePipeline, RefusesAStaleEtag) {
  Office office;
  auto request = Updating(Sales(office));
  request.set_etag(request.pipeline().etag() + 1);
  const auto failure = FailureOf(office.olga, request);
  EXPECT_EQ(failure.code(), grpc::StatusCode::ABORTED);
  EXPECT_EQ(failure.reason(), "STALE_ETAG");
  EXPECT_EQ(failure.metadata("etag"), std::to_string(request.pipeline().etag()));
}

TEST(UpdatePipeline, DoesNotFindAnUnknownKey) {
  Office office;
  auto change = SalesPipeline();
  change.set_key("unknown");
  EXPECT_EQ(FailureOf(office.olga, Updating(change)).code(), grpc::StatusCode::NOT_FOUND);
}

TEST(UpdatePipeline, RefusesARepeatPipelineThatDoesNotExist) {
  Office office;
  auto change = Sales(office);
  change.set_repeat_pipeline("nope");
  EXPECT_THAT(ViolationsOf(office.olga, Updating(change)), ElementsAre("UNKNOWN_PIPELINE at pipeline.repeat_pipeline"));
  EXPECT_EQ(Sales(office).repeat_pipeline(), "repeat");
}

TEST(UpdatePipeline, WritesAnEventWithBeforeAndAfter) {
  Office office;
  const auto before = Sales(office);
  const auto after = office.olga.Call<Pipeline>(Updating(Shortened(before)));
  const auto change = office.LastChange<Pipeline>();
  EXPECT_EQ(change.before.SerializeAsString(), before.SerializeAsString());
  EXPECT_EQ(change.after.SerializeAsString(), after.SerializeAsString());
}

TEST(UpdatePipeline, WritesNoEventIfNothingChanges) {
  Office office;
  const size_t events = office.Events().size();
  EXPECT_EQ(office.olga.Call<Pipeline>(Updating(Sales(office))).etag(), Sales(office).etag());
  EXPECT_EQ(office.Events().size(), events);
}

TEST(UpdatePipeline, ReplacesThePreviousDefault) {
  Office office;
  auto repeat = RepeatPipeline();
  repeat.set_default_for_inquiries(true);
  office.olga.Call<Pipeline>(Updating(repeat));
  EXPECT_FALSE(Sales(office).default_for_inquiries());
  const auto events = office.Events();
  const auto ended = events::ReadChange<Pipeline>(events[events.size() - 2]);
  EXPECT_TRUE(ended.before.default_for_inquiries());
  EXPECT_FALSE(ended.after.default_for_inquiries());
  EXPECT_TRUE(office.LastChange<Pipeline>().after.default_for_inquiries());
}

TEST(UpdatePipeline, LosesNoConcurrentUpdateOfThePreviousDefault) {
  Office office;
  for (int round = 0; round < 5; ++round) {
    auto renamed = SalesPipeline();
    renamed.set_name("Продажи " + std::to_string(round));
    renamed.set_default_for_inquiries(true);
    auto rival = RepeatPipeline();
    rival.set_default_for_inquiries(true);
    EXPECT_THAT(Race({[&] { office.olga.Call<Pipeline>(Updating(renamed)); },
                      [&] { office.olga.Call<Pipeline>(Updating(rival)); }}),
                ElementsAre("", ""));
    EXPECT_EQ(Sales(office).name(), renamed.name());
  }
}

TEST(UpdatePipeline, RemovesAnEmptyStage) {
  Office office;
  office.AnnasDeal();
  EXPECT_EQ(office.olga.Call<Pipeline>(Updating(Shortened(Sales(office)))).stages_size(), 4);
}

TEST(UpdatePipeline, RefusesToRemoveAStageWithDeals) {
  Office office;
  office.anna.Call<Deal>(Moving(office.AnnasDeal().id(), "talks"));
  const auto failure = FailureOf(office.olga, Updating(Shortened(Sales(office))));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "STAGE_IN_USE");
  EXPECT_EQ(failure.localized_message(), "На этапе «Этап talks» 1 сделка, открытая.");
  EXPECT_EQ(failure.metadata("open_deals"), "1");
  EXPECT_EQ(failure.metadata("closed_deals"), "0");
  EXPECT_EQ(Sales(office).stages_size(), 5);
}

TEST(UpdatePipeline, SaysThatTheDealsOfAStageInUseAreClosed) {
  Office office;
  for (int i = 0; i < 3; ++i) office.anna.Call<Deal>(Losing(office.AnnasDeal().id(), "price"));
  auto change = Sales(office);
  change.mutable_stages(4)->set_key("refused");
  const auto failure = FailureOf(office.olga, Updating(change));
  EXPECT_EQ(failure.reason(), "STAGE_IN_USE");
  EXPECT_EQ(failure.localized_message(), "На этапе «Этап lost» 3 сделки, все закрыты.");
  EXPECT_EQ(failure.metadata("open_deals"), "0");
  EXPECT_EQ(failure.metadata("closed_deals"), "3");
}

TEST(UpdatePipeline, ReportsEveryStageInUseAtOnce) {
  Office office;
  for (const char* stage : {"accepted", "talks"}) office.anna.Call<Deal>(Moving(office.AnnasDeal().id(), stage));
  auto change = Sales(office);
  change.mutable_stages()->DeleteSubrange(1, 2);
  EXPECT_EQ(FailureOf(office.olga, Updating(change)).precondition_violations().size(), 2);
}

TEST(UpdatePipeline, RefusesToCloseDealsByChangingTheStagesKind) {
  Office office;
  office.anna.Call<Deal>(Moving(office.AnnasDeal().id(), "talks"));
  auto change = Sales(office);
  change.mutable_stages(2)->set_kind(Stage::KIND_LOST);
  change.mutable_stages()->SwapElements(2, 3);
  EXPECT_EQ(FailureOf(office.olga, Updating(change)).reason(), "STAGE_IN_USE");
}

TEST(UpdatePipeline, LeavesNoDealOnARemovedStageInARaceWithAMove) {
  Office office;
  for (int round = 0; round < 10; ++round) {
    const auto deal = office.AnnasDeal();
    const auto refusals = Race({[&] { office.olga.Call<Pipeline>(Updating(Shortened(SalesPipeline()))); },
                                [&] { office.anna.Call<Deal>(Moving(deal.id(), "talks")); }});
    const bool stands = office.Find(deal.id()).stage() == "talks";
    EXPECT_THAT(refusals, stands ? ElementsAre("STAGE_IN_USE", "") : ElementsAre("", "UNKNOWN_STAGE"));
    office.olga.Call<Pipeline>(Updating(SalesPipeline()));
    if (stands) office.anna.Call<Deal>(Moving(deal.id(), "won"));
  }
}

}  // namespace
}  // namespace voronka::testing
