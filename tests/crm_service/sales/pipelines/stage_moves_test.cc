#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"
#include "tests/crm_service/race.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

// Without the stage `talks`, whose deals go to another.
UpdatePipelineRequest RemovingTalks(const std::string& to) {
  auto request = Updating(SalesPipeline());
  request.mutable_pipeline()->mutable_stages()->DeleteSubrange(2, 1);
  auto& move = *request.add_stage_moves();
  move.set_from("talks");
  move.set_to(to);
  return request;
}

MoveStageDealsRequest MovingAll(const std::string& from, const std::string& to) {
  MoveStageDealsRequest request;
  request.set_pipeline("sales");
  request.set_from(from);
  request.set_to(to);
  return request;
}

Deal InTalks(Office& office) { return office.anna.Call<Deal>(Moving(office.AnnasDeal().id(), "talks")); }

int64_t DealsInTotals(Office& office, const std::string& stage) {
  ListStageTotalsRequest request;
  request.set_pipeline("sales");
  int64_t deals = 0;
  const auto response = office.anna.Call<ListStageTotalsResponse>(request);
  for (const auto& total : response.totals()) deals += total.stage() == stage ? total.deals() : 0;
  return deals;
}

TEST(StageMoves, TakeTheDealsOfARemovedStageToAnother) {
  Office office;
  const auto before = InTalks(office);
  EXPECT_EQ(office.olga.Call<Pipeline>(RemovingTalks("accepted")).stages_size(), 4);
  const auto after = office.Find(before.id());
  EXPECT_EQ(after.stage(), "accepted");
  EXPECT_EQ(after.responsible_user_id(), office.anna_id());
  EXPECT_EQ(after.epoch(), before.epoch() + 1);
  const auto told = office.LastChange<Deal>();
  EXPECT_EQ(told.before.stage(), "talks");
  EXPECT_EQ(told.after.stage(), "accepted");
  EXPECT_EQ(DealsInTotals(office, "talks"), 0);
  EXPECT_EQ(DealsInTotals(office, "accepted"), 1);
}

TEST(StageMoves, AreToldInTheTimelineAsByTheAdmin) {
  Office office;
  const auto deal = InTalks(office);
  office.olga.Call<Pipeline>(RemovingTalks("accepted"));
  for (const auto& entry : office.TimelineOf(deal.id())) {
    if (entry.to_stage() != "accepted") continue;
    EXPECT_EQ(entry.kind(), TimelineEntry::KIND_STAGE_CHANGED);
    EXPECT_EQ(entry.from_stage(), "talks");
    EXPECT_EQ(entry.actor_user_id(), office.olga_id());
    return;
  }
  FAIL() << "nobody is told";
}

TEST(StageMoves, LeaveAnOfferAndADealOfNobodyAsTheyAre) {
  Office office;
  const auto offered = office.OfferedTo(office.anna_id());
  const auto nobodys = office.NobodysDeal();
  office.olga.Call<MoveStageDealsResponse>(MovingAll("new", "talks"));
  office.olga.Call<Pipeline>(RemovingTalks("accepted"));
  EXPECT_EQ(office.Find(offered.id()).offer_deadline().SerializeAsString(),
            offered.offer_deadline().SerializeAsString());
  EXPECT_EQ(office.Find(offered.id()).stage(), "accepted");
  EXPECT_EQ(office.Find(nobodys.id()).responsible_user_id(), 0);
}

TEST(StageMoves, KeepHowADealWasLost) {
  Office office;
  const auto lost = office.anna.Call<Deal>(Losing(office.AnnasDeal().id(), "price"));
  auto request = Updating(SalesPipeline());
  request.mutable_pipeline()->mutable_stages(4)->set_key("refused");
  auto& move = *request.add_stage_moves();
  move.set_from("lost");
  move.set_to("refused");
  office.olga.Call<Pipeline>(request);
  const auto after = office.Find(lost.id());
  EXPECT_EQ(after.stage(), "refused");
  EXPECT_EQ(after.loss_reason(), "price");
  EXPECT_EQ(after.close_time().SerializeAsString(), lost.close_time().SerializeAsString());
}

TEST(StageMoves, GoToAStageOfTheSameStateThatIsThere) {
  Office office;
  InTalks(office);
  EXPECT_THAT(ViolationsOf(office.olga, RemovingTalks("won")), ElementsAre("OTHER_STATE at stage_moves[0].to"));
  EXPECT_THAT(ViolationsOf(office.olga, RemovingTalks("talks")), ElementsAre("UNKNOWN_STAGE at stage_moves[0].to"));
  auto request = RemovingTalks("accepted");
  *request.mutable_pipeline() = SalesPipeline();
  *request.add_stage_moves() = request.stage_moves(0);
  EXPECT_THAT(ViolationsOf(office.olga, request),
              UnorderedElementsAre("STAGE_STAYS at stage_moves[0].from", "STAGE_STAYS at stage_moves[1].from",
                                   "DUPLICATE_KEY at stage_moves[1].from"));
  EXPECT_EQ(DealsInTotals(office, "talks"), 1);
}

TEST(StageMoves, HaveNoEffectOnAStageThatIsGoneAlready) {
  Office office;
  InTalks(office);
  const auto once = office.olga.Call<Pipeline>(RemovingTalks("accepted"));
  EXPECT_EQ(office.olga.Call<Pipeline>(RemovingTalks("accepted")).etag(), once.etag());
}

TEST(StageMoves, AreForAdmins) {
  Office office;
  EXPECT_EQ(FailureOf(office.galina, MovingAll("talks", "accepted")).code(), grpc::StatusCode::PERMISSION_DENIED);
}

TEST(StageMoves, AreMadeInPortionsWhereDealsAreMany) {
  Office office;
  constexpr int kDeals = 201;
  for (int i = 0; i < kDeals; ++i) office.AnnasDeal();
  auto request = Updating(SalesPipeline());
  request.mutable_pipeline()->mutable_stages(0)->set_key("first");
  auto& move = *request.add_stage_moves();
  move.set_from("new");
  move.set_to("accepted");
  EXPECT_EQ(FailureOf(office.olga, request).reason(), "TOO_MANY_DEALS");
  const auto portion = office.olga.Call<MoveStageDealsResponse>(MovingAll("new", "accepted"));
  EXPECT_EQ(portion.moved(), 200);
  EXPECT_EQ(portion.remaining(), 1);
  office.olga.Call<Pipeline>(request);
  EXPECT_EQ(DealsInTotals(office, "accepted"), kDeals);
}

TEST(StageMoves, LeaveNoDealOnARemovedStageInARaceWithAMove) {
  Office office;
  for (int round = 0; round < 10; ++round) {
    const auto first = InTalks(office);
    const auto second = office.AnnasDeal();
    const auto refusals = Race({[&] { office.olga.Call<Pipeline>(RemovingTalks("accepted")); },
                                [&] { office.anna.Call<Deal>(Moving(second.id(), "talks")); }});
    EXPECT_EQ(refusals[0], "");
    EXPECT_EQ(office.Find(first.id()).stage(), "accepted");
    EXPECT_EQ(office.Find(second.id()).stage(), refusals[1].empty() ? "accepted" : "new");
    office.olga.Call<Pipeline>(Updating(SalesPipeline()));
  }
}

}  // namespace
}  // namespace voronka::testing
