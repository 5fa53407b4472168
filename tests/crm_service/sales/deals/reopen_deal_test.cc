#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "foundation/storage/connection.h"
#include "tests/crm_service/office.h"
#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr int64_t kMicrosOfDay = 86'400'000'000;

// A manager may reopen what they lost at most 30 days ago.
class ReopenDeal : public ::testing::Test {
 protected:
  ReopenDeal() {
    auto pipeline = office_.olga.Call<Pipeline>(GettingPipeline("sales"));
    pipeline.set_reopen_days(30);
    office_.olga.Call<Pipeline>(testing::Updating(pipeline));
  }

  Deal LostDaysAgo(int days) {
    const auto deal = office_.anna.Call<Deal>(Losing(office_.AnnasDeal().id(), "price"));
    Crm().db().Execute("UPDATE deals SET close_time = ? WHERE account_id = ? AND id = ?",
                       Crm().Now() - days * kMicrosOfDay, office_.account_id(), deal.id());
    return office_.Find(deal.id());
  }
  Deal WonDeal() { return office_.anna.Call<Deal>(Moving(office_.AnnasDeal().id(), "won")); }

  std::vector<std::string> Refused(client::Client& who, const MoveDealRequest& move) { return ViolationsOf(who, move); }
  std::vector<std::string> ToldOf(client::Client& who, int64_t deal_id, const std::string& stage) {
    CanMoveRequest request;
    request.set_deal_id(deal_id);
    request.set_stage(stage);
    std::vector<std::string> told;
    const auto response = who.Call<CanMoveResponse>(request);
    for (const auto& violation : response.verdicts(0).violations()) {
      told.push_back(violation.reason() + " at " + violation.field());
    }
    return told;
  }

  Office office_;
};

TEST_F(ReopenDeal, KeepsBothDatesAndTheReason) {
  const auto lost = LostDaysAgo(29);
  const auto deal = office_.anna.Call<Deal>(MovingBecause(lost.id(), "talks", "Клиент передумал"));
  EXPECT_EQ(deal.state(), Deal::STATE_OPEN);
  EXPECT_FALSE(deal.has_close_time());
  EXPECT_EQ(deal.former_close_time().SerializeAsString(), lost.close_time().SerializeAsString());
  EXPECT_EQ(deal.reopen_time().SerializeAsString(), deal.stage_enter_time().SerializeAsString());
  EXPECT_EQ(office_.TimelineOf(deal.id()).back().text(), "Клиент передумал");
  EXPECT_EQ(office_.Find(deal.id()).SerializeAsString(), deal.SerializeAsString());
}

TEST_F(ReopenDeal, IsForTheResponsibleUserNoLongerThanThePipelineSays) {
  const auto lost = LostDaysAgo(31);
  const auto move = MovingBecause(lost.id(), "talks", "Клиент передумал");
  EXPECT_THAT(Refused(office_.anna, move), ElementsAre("NOT_OPEN at deal_id"));
  EXPECT_EQ(FailureOf(office_.boris, move).reason(), "NOT_RESPONSIBLE");
  EXPECT_EQ(office_.galina.Call<Deal>(move).stage(), "talks");
}

TEST_F(ReopenDeal, OfAWonOneIsForWhoeverLeadsSales) {
  const auto move = MovingBecause(WonDeal().id(), "talks", "Вернули товар");
  EXPECT_THAT(Refused(office_.anna, move), ElementsAre("NOT_OPEN at deal_id"));
  EXPECT_EQ(office_.galina.Call<Deal>(move).stage(), "talks");
}

TEST_F(ReopenDeal, GoesByThePipelineWhereTheDealIs) {
  auto request = Losing(office_.AnnasDeal().id(), "price");
  request.set_pipeline("repeat");
  office_.anna.Call<Deal>(request);
  auto move = MovingBecause(request.deal_id(), "talks", "Клиент передумал");
  move.set_pipeline("sales");
  EXPECT_THAT(Refused(office_.anna, move), ElementsAre("NOT_OPEN at deal_id"));
}

TEST_F(ReopenDeal, NeedsAReasonWhereItIsWritten) {
  const auto lost = LostDaysAgo(1);
  EXPECT_THAT(Refused(office_.anna, Moving(lost.id(), "talks")), ElementsAre("COMMENT_REQUIRED at comment"));
  EXPECT_THAT(Refused(office_.anna, Moving(lost.id(), "won")), ElementsAre("COMMENT_REQUIRED at comment"));
  EXPECT_EQ(office_.Find(lost.id()).SerializeAsString(), lost.SerializeAsString());
  EXPECT_EQ(office_.anna.Call<Deal>(MovingBecause(lost.id(), "won", "Заплатил")).state(), Deal::STATE_WON);
}

TEST_F(ReopenDeal, AsksForItOnceIfARuleAsksToo) {
  auto pipeline = office_.olga.Call<Pipeline>(GettingPipeline("sales"));
  *pipeline.mutable_stages(2)->mutable_rules() =
      Parsed<Stage>(R"(rules { key: "why" binding: BINDING_ENTER comment {} })").rules();
  office_.olga.Call<Pipeline>(testing::Updating(pipeline));
  EXPECT_THAT(Refused(office_.anna, Moving(LostDaysAgo(1).id(), "talks")), ElementsAre("COMMENT_REQUIRED at comment"));
}

TEST_F(ReopenDeal, IsToldBeforeAsTheMoveWouldTell) {
  const auto lost = LostDaysAgo(1);
  EXPECT_THAT(ToldOf(office_.anna, lost.id(), "talks"), ElementsAre("COMMENT_REQUIRED at comment"));
  const auto late = LostDaysAgo(31);
  EXPECT_THAT(ToldOf(office_.anna, late.id(), "talks"), ElementsAre("NOT_OPEN at deal_id"));
  EXPECT_THAT(ToldOf(office_.galina, late.id(), "talks"), ElementsAre("COMMENT_REQUIRED at comment"));
  const auto open = office_.AnnasDeal();
  EXPECT_THAT(ToldOf(office_.anna, open.id(), "talks"), IsEmpty());
}

TEST_F(ReopenDeal, CorrectsHowADealWasLostInTheWordsOfTheLoss) {
  auto pipeline = office_.olga.Call<Pipeline>(GettingPipeline("sales"));
  *pipeline.add_stages() = Parsed<Stage>(R"(key: "spam" name: "Спам" kind: KIND_LOST loss_reason: "spam")");
  office_.olga.Call<Pipeline>(testing::Updating(pipeline));
  const auto lost = LostDaysAgo(29);
  auto correction = Moving(lost.id(), "spam");
  EXPECT_THAT(Refused(office_.anna, correction), ElementsAre("COMMENT_REQUIRED at loss_comment"));
  correction.set_loss_comment("Это был робот");
  const auto corrected = office_.anna.Call<Deal>(correction);
  EXPECT_EQ(corrected.loss_reason(), "spam");
  EXPECT_EQ(corrected.close_time().SerializeAsString(), lost.close_time().SerializeAsString());
  EXPECT_FALSE(corrected.has_reopen_time());
}

}  // namespace
}  // namespace voronka::testing
