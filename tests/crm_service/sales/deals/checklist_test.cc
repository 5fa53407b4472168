#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/crm_service/fields/field_set_samples.h"
#include "tests/crm_service/office.h"
#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The office hands out chairs: on `accepted` somebody calls and packs, and whoever delivers books a car as well. The
// deal goes on when all is ticked, and may be lost before.
class Checklists : public ::testing::Test {
 protected:
  Checklists() {
    auto fields = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
    *fields.add_fields() = ShippingField();
    office_.olga.Call<FieldSet>(testing::Updating(fields));
    auto pipeline = office_.olga.Call<Pipeline>(GettingPipeline("sales"));
    pipeline.mutable_stages(1)->MergeFrom(Parsed<Stage>(R"(
      checklist { key: "call" text: "Позвонить" }
      checklist { key: "pack" text: "Упаковать" }
      checklist { key: "car" text: "Заказать машину" condition {
        comparison { field: "deal.shipping" operator: OPERATOR_ONE_OF values { choice: "delivery" } } } }
      rules { key: "done" binding: BINDING_LEAVE checklist {} except_lost: true })"));
    office_.olga.Call<Pipeline>(testing::Updating(pipeline));
    deal_ = office_.anna.Call<Deal>(Moving(office_.AnnasDeal().id(), "accepted"));
  }

  TickChecklistItemRequest Ticking(const std::string& item, bool untick = false) const {
    TickChecklistItemRequest request;
    request.set_deal_id(deal_.id());
    request.set_item(item);
    request.set_untick(untick);
    return request;
  }
  Deal Tick(const std::string& item) { return office_.anna.Call<Deal>(Ticking(item)); }
  void Ship(const std::string& how) {
    UpdateDealRequest request;
    request.set_deal_id(deal_.id());
    (*request.mutable_deal()->mutable_fields())["shipping"].set_choice(how);
    office_.anna.Call<Deal>(request);
  }
  std::vector<std::string> TickedOf(const Deal& deal) const {
    std::vector<std::string> ticked;
    for (const auto& tick : deal.checklist_ticks().ticks()) ticked.push_back(tick.stage() + "/" + tick.item());
    return ticked;
  }
  std::vector<std::string> Unticked(const MoveDealRequest& move) { return ViolationsOf(office_.anna, move); }

  Office office_;
  Deal deal_;
};

TEST_F(Checklists, SayWhoTickedAnItemAndWhen) {
  const auto after = Tick("call");
  ASSERT_THAT(TickedOf(after), ElementsAre("accepted/call"));
  const auto& tick = after.checklist_ticks().ticks(0);
  EXPECT_EQ(tick.pipeline(), "sales");
  EXPECT_EQ(tick.user_id(), office_.anna_id());
  EXPECT_TRUE(tick.has_time());
  EXPECT_EQ(after.etag(), deal_.etag() + 1);
  EXPECT_EQ(after.epoch(), deal_.epoch()) << "the move that somebody is about to make stands";
  EXPECT_EQ(office_.Find(deal_.id()).SerializeAsString(), after.SerializeAsString());
}

TEST_F(Checklists, AreUntickedAgain) {
  Tick("call");
  Tick("pack");
  EXPECT_THAT(TickedOf(office_.anna.Call<Deal>(Ticking("call", true))), ElementsAre("accepted/pack"));
  EXPECT_FALSE(office_.anna.Call<Deal>(Ticking("pack", true)).has_checklist_ticks());
}

TEST_F(Checklists, ChangeNothingWhereTheItemIsSoAlready) {
  const auto ticked = Tick("call");
  EXPECT_EQ(office_.galina.Call<Deal>(Ticking("call")).SerializeAsString(), ticked.SerializeAsString());
  EXPECT_EQ(office_.anna.Call<Deal>(Ticking("pack", true)).etag(), ticked.etag());
  EXPECT_EQ(office_.Find(deal_.id()).etag(), ticked.etag());
}

TEST_F(Checklists, AreTickedOnceByARetry) {
  auto request = Ticking("call");
  request.set_request_id("tick/1");
  const auto first = office_.anna.Call<Deal>(request);
  office_.anna.Call<Deal>(Ticking("call", true));
  EXPECT_EQ(office_.anna.Call<Deal>(request).etag(), first.etag());
  EXPECT_THAT(TickedOf(office_.Find(deal_.id())), IsEmpty()) << "the retry ticked it again";
}

TEST_F(Checklists, HaveTheItemsOfTheDealsStageOnly) {
  EXPECT_EQ(FailureOf(office_.anna, Ticking("nothing")).code(), grpc::StatusCode::NOT_FOUND);
  Tick("call");
  Tick("pack");
  office_.anna.Call<Deal>(Moving(deal_.id(), "talks"));
  EXPECT_EQ(FailureOf(office_.anna, Ticking("call", true)).code(), grpc::StatusCode::NOT_FOUND);
  office_.anna.Call<Deal>(Moving(deal_.id(), "won"));
  EXPECT_EQ(FailureOf(office_.anna, Ticking("call")).code(), grpc::StatusCode::NOT_FOUND);
}

TEST_F(Checklists, HaveItemsThatAreNotOfEveryDeal) {
  const auto failure = FailureOf(office_.anna, Ticking("car"));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "NOT_FOR_THIS_DEAL");
  Ship("delivery");
  EXPECT_THAT(TickedOf(Tick("car")), ElementsAre("accepted/car"));
}

TEST_F(Checklists, AreForWhoeverHasTheDeal) {
  EXPECT_EQ(FailureOf(office_.boris, Ticking("call")).reason(), "NOT_RESPONSIBLE");
  EXPECT_EQ(office_.galina.Call<Deal>(Ticking("call")).checklist_ticks().ticks(0).user_id(), office_.galina_id());
  const auto by_service = office_.intake.Call<Deal>(Ticking("pack"));
  EXPECT_EQ(by_service.checklist_ticks().ticks(1).user_id(), 0);
  Office others;
  EXPECT_EQ(FailureOf(others.anna, Ticking("call")).code(), grpc::StatusCode::NOT_FOUND);
}

TEST_F(Checklists, AreToldInTheTimelineAndTheEvent) {
  Tick("call");
  auto last = office_.TimelineOf(deal_.id()).back();
  EXPECT_EQ(last.kind(), TimelineEntry::KIND_CHECKLIST_TICKED);
  EXPECT_EQ(last.text(), "Позвонить");
  EXPECT_EQ(last.actor_user_id(), office_.anna_id());
  EXPECT_FALSE(last.has_edit());
  const auto change = office_.LastChange<Deal>();
  EXPECT_EQ(change.kind, ResourceChange::KIND_UPDATED);
  EXPECT_THAT(TickedOf(change.before), IsEmpty());
  EXPECT_THAT(TickedOf(change.after), ElementsAre("accepted/call"));
  office_.anna.Call<Deal>(Ticking("call", true));
  last = office_.TimelineOf(deal_.id()).back();
  EXPECT_EQ(last.kind(), TimelineEntry::KIND_CHECKLIST_UNTICKED);
  EXPECT_EQ(last.text(), "Позвонить");
}

TEST_F(Checklists, KeepADealUntilAllIsTicked) {
  const auto on = Moving(deal_.id(), "talks");
  EXPECT_THAT(Unticked(on), ElementsAre("CHECKLIST_UNFINISHED at deal.checklist_ticks[\"call\"]",
                                        "CHECKLIST_UNFINISHED at deal.checklist_ticks[\"pack\"]"));
  EXPECT_EQ(FailureOf(office_.anna, on).localized_message(), "Не отмечено: «Позвонить».\nНе отмечено: «Упаковать».");
  Ship("delivery");
  Tick("call");
  Tick("pack");
  EXPECT_THAT(Unticked(on), ElementsAre("CHECKLIST_UNFINISHED at deal.checklist_ticks[\"car\"]"));
  EXPECT_EQ(FailureOf(office_.galina, on).reason(), "CHECKLIST_UNFINISHED") << "heads are bound, too";
  Tick("car");
  EXPECT_EQ(office_.anna.Call<Deal>(on).stage(), "talks");
}

TEST_F(Checklists, KeepNoDealFromBeingLostOrGoingBack) {
  EXPECT_EQ(office_.anna.Call<Deal>(Moving(deal_.id(), "new")).stage(), "new");
  office_.anna.Call<Deal>(Moving(deal_.id(), "accepted"));
  EXPECT_EQ(office_.anna.Call<Deal>(Losing(deal_.id(), "price")).stage(), "lost");
}

// Whoever was never there has nothing to do there.
TEST_F(Checklists, AskNothingOfWhoeverPassesTheStageBy) {
  EXPECT_EQ(office_.anna.Call<Deal>(Moving(office_.AnnasDeal().id(), "talks")).stage(), "talks");
}

TEST_F(Checklists, KeepTheirTicksWhenADealComesBack) {
  Tick("call");
  Tick("pack");
  office_.anna.Call<Deal>(Moving(deal_.id(), "talks"));
  const auto back = office_.anna.Call<Deal>(Moving(deal_.id(), "accepted"));
  EXPECT_THAT(TickedOf(back), ElementsAre("accepted/call", "accepted/pack"));
  EXPECT_EQ(office_.anna.Call<Deal>(Moving(deal_.id(), "talks")).stage(), "talks");
}

}  // namespace
}  // namespace voronka::testing
