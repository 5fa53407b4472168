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
  explicit Target(const std::string& stage, std::string why = "", const Pipeline& pipeline = kSales,
                  std::string said = "у нас дешевле")
      : reason(std::move(why)),
        comment(std::move(said)),
        move{pipeline, *crm::FindStage(pipeline, stage), reason, comment, comment} {}
  const std::string reason;
  const std::string comment;
  const crm::Move move;
};

Target InSilence(const std::string& stage) { return Target(stage, "price", kSales, " "); }

rpc::Violations WrongIn(const rpc::Caller& caller, const Pipeline& from, const Deal& deal, const Target& target,
                        int64_t now) {
  rpc::Violations violations;
  crm::CheckMove(caller, from, deal, target.move, now, violations);
  return violations;
}

std::vector<std::string> WrongWith(const rpc::Caller& caller, const Deal& deal, const Target& target,
                                   const Pipeline& from = kSales, int64_t now = 0) {
  const auto violations = WrongIn(caller, from, deal, target, now);
  std::vector<std::string> wrong;
  for (const auto& violation : violations.all()) wrong.push_back(violation.reason);
  return wrong;
}

constexpr int64_t kDay = 86'400'000'000;

// Lost at this time, in a pipeline where a manager has 30 days.
constexpr int64_t kLostAt = 1'000;

Deal LostDeal() {
  auto deal = OnStage("lost");
  *deal.mutable_close_time() = Instant(kLostAt);
  return deal;
}

Pipeline Reopening(int days) {
  auto pipeline = kSales;
  pipeline.set_reopen_days(days);
  return pipeline;
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
  EXPECT_THAT(WrongWith(kHead, LostDeal(), Target("talks"), kSales, kLostAt + 4'000 * kDay), IsEmpty());
}

TEST(DealRules, LetTheResponsibleUserReopenALostDealForAsLongAsItsPipelineSays) {
  const auto month = Reopening(30);
  EXPECT_THAT(WrongWith(kManager, LostDeal(), Target("talks"), month, kLostAt + 30 * kDay), IsEmpty());
  EXPECT_THAT(WrongWith(kManager, LostDeal(), Target("talks"), month, kLostAt + 30 * kDay + 1),
              ElementsAre("NOT_OPEN"));
  EXPECT_THAT(WrongWith(kManager, LostDeal(), Target("talks"), Reopening(0), kLostAt), ElementsAre("NOT_OPEN"));
}

TEST(DealRules, LetNoManagerReopenAWonDealOrAColleaguesLostOne) {
  auto won = LostDeal();
  won.set_state(Deal::STATE_WON);
  EXPECT_THAT(WrongWith(kManager, won, Target("talks"), Reopening(30), kLostAt), ElementsAre("NOT_OPEN"));
  const auto other = Caller(options::v1::ROLE_MANAGER, 3);
  EXPECT_THAT(WrongWith(other, LostDeal(), Target("talks"), Reopening(30), kLostAt), ElementsAre("NOT_OPEN"));
}

std::string NotOpenText(int days) {
  return WrongIn(kManager, Reopening(days), LostDeal(), Target("talks"), kLostAt + 4'000 * kDay).all().front().text.ru;
}

TEST(DealRules, SayWhoMayReopenADealAndForHowLongItsResponsibleUserCould) {
  EXPECT_EQ(NotOpenText(0), "Сделка закрыта. Вернуть её в работу может РОП.");
  EXPECT_EQ(NotOpenText(30), NotOpenText(0) + " Ответственный мог сделать это в течение 30 дней после отказа.");
  EXPECT_EQ(NotOpenText(21), NotOpenText(0) + " Ответственный мог сделать это в течение 21 дня после отказа.");
  EXPECT_EQ(NotOpenText(11), NotOpenText(0) + " Ответственный мог сделать это в течение 11 дней после отказа.");
}

TEST(DealRules, AskWhyAClosedDealMoves) {
  const auto ask = [](const std::string& stage) {
    const auto violations = WrongIn(kHead, kSales, OnStage("lost"), InSilence(stage), 0);
    return violations.all().front().reason + " at " + violations.all().front().field;
  };
  EXPECT_EQ(ask("talks"), "COMMENT_REQUIRED at comment");
  EXPECT_EQ(ask("won"), "COMMENT_REQUIRED at comment");
  EXPECT_EQ(ask("lost"), "COMMENT_REQUIRED at loss_comment");
  EXPECT_THAT(WrongWith(kManager, LostDeal(), InSilence("talks")), ElementsAre("NOT_OPEN"));
  EXPECT_THAT(WrongWith(kManager, OnStage("new"), InSilence("talks")), IsEmpty());
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

TEST(DealRules, KeepBothDatesOfADealThatWasReopened) {
  const auto lost = crm::Moved(kManager, OnStage("new"), Target("lost", "price").move, false, 7);
  EXPECT_FALSE(lost.has_reopen_time());
  EXPECT_FALSE(lost.has_former_close_time());
  const auto reopened = crm::Moved(kManager, lost, Target("talks").move, false, 8);
  EXPECT_EQ(reopened.reopen_time().nanos(), 8'000);
  EXPECT_EQ(reopened.former_close_time().nanos(), 7'000);
  const auto won = crm::Moved(kManager, reopened, Target("won").move, false, 9);
  EXPECT_EQ(won.reopen_time().nanos(), 8'000);
  EXPECT_EQ(won.former_close_time().nanos(), 7'000);
  EXPECT_EQ(won.close_time().nanos(), 9'000);
}

TEST(DealRules, TakeACorrectionOfHowADealEndedForNoReopening) {
  const auto lost = crm::Moved(kManager, OnStage("new"), Target("lost", "price").move, false, 7);
  const auto won = crm::Moved(kHead, lost, Target("won").move, false, 8);
  EXPECT_EQ(won.close_time().nanos(), 8'000);
  EXPECT_EQ(won.former_close_time().nanos(), 7'000);
  EXPECT_FALSE(won.has_reopen_time());
}

// Otherwise its responsible user could reopen it for ever.
TEST(DealRules, LeaveADealLostWhenItWasLostIfItsReasonIsCorrected) {
  const auto lost = crm::Moved(kManager, OnStage("new"), Target("lost", "price").move, false, 7);
  auto spam = crm::v1::Stage(*crm::FindStage(kSales, "lost"));
  spam.set_key("spam");
  const std::string reason = "spam";
  const std::string comment = "Робот";
  const auto corrected = crm::Moved(kManager, lost, {kSales, spam, reason, comment, comment}, false, 8);
  EXPECT_EQ(corrected.loss_reason(), "spam");
  EXPECT_EQ(corrected.close_time().nanos(), 7'000);
  EXPECT_FALSE(corrected.has_former_close_time());
}

TEST(DealRules, GiveAnUnownedDealToWhoeverWorksOnIt) {
  auto deal = OnStage("new");
  deal.set_responsible_user_id(0);
  EXPECT_EQ(crm::Moved(kHead, deal, Target("talks").move, false, 7).responsible_user_id(), 5);
  EXPECT_EQ(crm::Moved(kHead, OnStage("new"), Target("talks").move, false, 7).responsible_user_id(), kAnna);
}

}  // namespace
}  // namespace voronka::testing
