#include "crm_service/sales/deals/deal_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/requests/error.h"
#include "tests/crm_service/requests.h"

namespace voronka::testing {
namespace {

using crm::v1::Deal;
using crm::v1::Pipeline;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr int64_t kAnna = 2;

rpc::Caller Caller(options::v1::Role role, int64_t user_id = kAnna) {
  rpc::Caller caller;
  caller.role = role;
  caller.user_id = user_id;
  return caller;
}

const rpc::Caller kManager = Caller(options::v1::ROLE_MANAGER);
const rpc::Caller kHead = Caller(options::v1::ROLE_HEAD_OF_SALES, 5);

// Stage positions as the service assigns them.
Pipeline Numbered(Pipeline pipeline) {
  for (int i = 0; i < pipeline.stages_size(); ++i) pipeline.mutable_stages(i)->set_position(i + 1);
  return pipeline;
}

const Pipeline kSales = Numbered(SalesPipeline());
const Pipeline kRepeat = Numbered(RepeatPipeline());

Deal OnStage(const std::string& stage) {
  Deal deal;
  deal.set_pipeline("sales");
  deal.set_stage(stage);
  deal.set_state(crm::StateOn(*crm::FindStage(kSales, stage)));
  deal.set_responsible_user_id(kAnna);
  return deal;
}

Deal OnOffer(const std::string& stage, int64_t deadline = 1'000) {
  auto deal = OnStage(stage);
  *deal.mutable_offer_deadline() = Instant(deadline);
  return deal;
}

// A move to a stage, with a reason.
struct Target {
  explicit Target(const std::string& stage, std::string why = "", const Pipeline& pipeline = kSales)
      : reason(std::move(why)), move{pipeline, *crm::FindStage(pipeline, stage), reason, comment, comment} {}
  const std::string reason;
  const std::string comment = "у нас дешевле";
  const crm::Move move;
};

std::vector<std::string> WrongWith(const rpc::Caller& caller, const Deal& deal, const Target& target) {
  rpc::Violations violations;
  crm::CheckMove(caller, deal, target.move, violations);
  std::vector<std::string> wrong;
  for (const auto& violation : violations.all()) wrong.push_back(violation.reason);
  return wrong;
}

TEST(DealRules, LetAManagerChangeOnlyTheirOwnDeals) {
  EXPECT_TRUE(crm::MayChange(kManager, OnStage("new")));
  EXPECT_FALSE(crm::MayChange(Caller(options::v1::ROLE_MANAGER, 3), OnStage("new")));
}

TEST(DealRules, LetNoManagerChangeAnUnownedDeal) {
  auto deal = OnStage("new");
  deal.set_responsible_user_id(0);
  EXPECT_FALSE(crm::MayChange(kManager, deal));
}

TEST(DealRules, LetSalesLeadersChangeEveryDeal) {
  for (const auto role : {options::v1::ROLE_HEAD_OF_SALES, options::v1::ROLE_DIRECTOR, options::v1::ROLE_ADMIN,
                          options::v1::ROLE_SERVICE}) {
    EXPECT_TRUE(crm::MayChange(Caller(role, 5), OnStage("new"))) << role;
  }
}

TEST(DealRules, ExpireAnOfferExactlyAtTheDeadline) {
  EXPECT_FALSE(crm::OfferHasExpired(OnOffer("new", 1'000), 999));
  EXPECT_TRUE(crm::OfferHasExpired(OnOffer("new", 1'000), 1'000));
}

TEST(DealRules, AllowAMoveToAnotherOpenStage) {
  EXPECT_THAT(WrongWith(kManager, OnStage("talks"), Target("accepted")), IsEmpty());
}

TEST(DealRules, ReportEverythingThatForbidsAMove) {
  EXPECT_THAT(WrongWith(kManager, OnStage("lost"), Target("lost")),
              ElementsAre("NOT_OPEN", "ALREADY_IN_STAGE", "LOSS_REASON_REQUIRED"));
}

TEST(DealRules, KnowOnlyTheLossReasonsOfTheDealsPipeline) {
  EXPECT_THAT(WrongWith(kManager, OnStage("new"), Target("lost", "spam")), IsEmpty());
  EXPECT_THAT(WrongWith(kManager, OnStage("new"), Target("lost", "spam", kRepeat)), ElementsAre("UNKNOWN_LOSS_REASON"));
}

TEST(DealRules, LetSalesLeadersReopenADeal) {
  EXPECT_THAT(WrongWith(kManager, OnStage("won"), Target("talks")), ElementsAre("NOT_OPEN"));
  EXPECT_THAT(WrongWith(kHead, OnStage("won"), Target("talks")), IsEmpty());
}

TEST(DealRules, EndAnOfferOnAForwardMove) {
  for (const char* stage : {"talks", "won", "lost"}) {
    EXPECT_TRUE(crm::MoveEndsOffer(kSales, OnOffer("accepted"), Target(stage).move)) << stage;
  }
}

TEST(DealRules, KeepAnOfferOnABackwardMove) {
  EXPECT_FALSE(crm::MoveEndsOffer(kSales, OnOffer("accepted"), Target("new").move));
}

TEST(DealRules, EndAnOfferOnAMoveToAnotherPipeline) {
  EXPECT_TRUE(crm::MoveEndsOffer(kSales, OnOffer("accepted"), Target("new", "", kRepeat).move));
}

TEST(DealRules, EndNoOfferIfThereIsNone) {
  EXPECT_FALSE(crm::MoveEndsOffer(kSales, OnStage("new"), Target("talks").move));
}

Pipeline MovingTakenTo(const std::string& stage) {
  auto pipeline = kSales;
  pipeline.set_take_stage(stage);
  return pipeline;
}

std::string StageOnTake(const Pipeline& pipeline, const Deal& deal) {
  const auto* stage = crm::StageOnTake(pipeline, deal);
  return stage == nullptr ? "" : stage->key();
}

TEST(DealRules, MoveATakenDealOnToTheTakeStage) {
  EXPECT_EQ(StageOnTake(MovingTakenTo("accepted"), OnOffer("new")), "accepted");
}

TEST(DealRules, NeverMoveATakenDealBack) {
  EXPECT_EQ(StageOnTake(MovingTakenTo("accepted"), OnOffer("accepted")), "");
  EXPECT_EQ(StageOnTake(MovingTakenTo("accepted"), OnOffer("talks")), "");
}

TEST(DealRules, LeaveATakenDealWithoutATakeStageWhereItIs) { EXPECT_EQ(StageOnTake(kSales, OnOffer("new")), ""); }

TEST(DealRules, MoveNoTakenDealWithinAnArchivedPipeline) {
  auto archived = MovingTakenTo("accepted");
  *archived.mutable_archive_time() = Instant(1);
  EXPECT_EQ(StageOnTake(archived, OnOffer("new")), "");
}

TEST(DealRules, KeepALossReasonOnlyForALostDeal) {
  const auto lost = crm::Moved(kManager, OnStage("new"), Target("lost", "price").move, false, 7);
  EXPECT_EQ(lost.state(), Deal::STATE_LOST);
  EXPECT_EQ(lost.loss_reason(), "price");
  EXPECT_EQ(lost.loss_comment(), "у нас дешевле");
  const auto reopened = crm::Moved(kHead, lost, Target("talks").move, false, 8);
  EXPECT_EQ(reopened.state(), Deal::STATE_OPEN);
  EXPECT_EQ(reopened.loss_reason(), "");
  EXPECT_EQ(reopened.loss_comment(), "");
}

TEST(DealRules, RecordWhenADealWasClosed) {
  const auto won = crm::Moved(kManager, OnStage("new"), Target("won").move, false, 7);
  EXPECT_EQ(won.close_time().nanos(), 7'000);
  EXPECT_FALSE(crm::Moved(kHead, won, Target("talks").move, false, 8).has_close_time());
}

TEST(DealRules, GiveAnUnownedDealToWhoeverWorksOnIt) {
  auto deal = OnStage("new");
  deal.set_responsible_user_id(0);
  EXPECT_EQ(crm::Moved(kHead, deal, Target("talks").move, false, 7).responsible_user_id(), 5);
  EXPECT_EQ(crm::Moved(kHead, OnStage("new"), Target("talks").move, false, 7).responsible_user_id(), kAnna);
}

}  // namespace
}  // namespace voronka::testing
