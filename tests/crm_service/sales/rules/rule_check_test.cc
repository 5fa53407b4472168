#include "crm_service/sales/rules/rule_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crm_service/sales/rules/attempts.h"
#include "crm_service/sales/rules/breach_words.h"
#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using crm::v1::Approval;
using crm::v1::Deal;
using crm::v1::Pipeline;
using crm::v1::Stage;
using options::v1::Role;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A deal for pick-up on `talks`, whose checklist has an item of each way of shipping, and one of both.
class WorkAsked : public ::testing::Test {
 protected:
  // What these rules of `talks` find missing when somebody moves the deal to `sent`.
  std::vector<std::string> Missing(const std::string& rules, Role role = options::v1::ROLE_MANAGER) const {
    const auto asking = Parsed<Stage>(rules);
    std::vector<crm::BindingRule> binding;
    for (const auto& rule : asking.rules()) binding.push_back({&pipeline_.stages(0), &rule});
    const std::string silence;
    const crm::Mover mover{role, silence, "comment"};
    const crm::Way way{&pipeline_.stages(0), pipeline_.key(), pipeline_, pipeline_.stages(1)};
    const auto breaches = crm::BreachesOf(
        binding, {.deal = deal_, .attempts = attempts_, .approvals = {approvals_.data(), approvals_.size()}}, way,
        mover);
    rpc::Violations violations;
    crm::AddBreaches(breaches, {}, mover, violations);
    std::vector<std::string> missing;
    for (const auto& violation : violations.all()) {
      missing.push_back(violation.reason + " at " + violation.field + ": " + violation.text.ru);
    }
    return missing;
  }
  // What has become of approvals to the move, newest first.
  void Asked(const std::vector<std::pair<Approval::State, Role>>& approvals) {
    approvals_.clear();
    for (const auto& [state, role] : approvals) {
      auto approval = Parsed<Approval>(R"(pipeline: "sales" stage: "sent")");
      approval.set_state(state);
      approval.set_role(role);
      approvals_.push_back(std::move(approval));
    }
  }
  void Tick(const std::string& stage, const std::string& item) {
    auto& tick = *deal_.mutable_checklist_ticks()->add_ticks();
    tick.set_pipeline("sales");
    tick.set_stage(stage);
    tick.set_item(item);
  }

  const Pipeline pipeline_ = Parsed<Pipeline>(R"(
    key: "sales"
    stages { key: "talks" name: "Переговоры" position: 1
      checklist { key: "paid" text: "Проверить оплату" }
      checklist { key: "ready" text: "Сообщить, что заказ готов" condition {
        comparison { field: "deal.shipping" operator: OPERATOR_ONE_OF values { choice: "pickup" } } } }
      checklist { key: "address" text: "Уточнить адрес" condition {
        comparison { field: "deal.shipping" operator: OPERATOR_ONE_OF values { choice: "delivery" } } } } }
    stages { key: "sent" name: "Отправили" position: 2 }
  )");
  Deal deal_ = Parsed<Deal>(R"(
    pipeline: "sales" stage: "talks" fields { key: "shipping" value { choice: "pickup" } }
  )");
  crm::Attempts attempts_;
  std::vector<Approval> approvals_;
};

const std::string kThreeAttempts = R"(rules { key: "tried" binding: BINDING_LEAVE attempts { at_least: 3 } })";
const std::string kFiveInAll = R"(rules { key: "ever" binding: BINDING_LEAVE attempts { at_least: 5 in_all: true } })";
const std::string kHeadAgrees =
    R"(rules { key: "agreed" binding: BINDING_LEAVE approval { role: ROLE_HEAD_OF_SALES } })";
const std::string kDirectorAgrees =
    R"(rules { key: "signed" binding: BINDING_LEAVE approval { role: ROLE_DIRECTOR } })";
const std::string kTicked = R"(rules { key: "ticked" binding: BINDING_LEAVE checklist {} })";

// All at once, as the buttons of a card can be pressed.
std::vector<int64_t> Tries(size_t count) { return std::vector<int64_t>(count, 1'800'000'000'000'000); }

TEST_F(WorkAsked, CountsAttemptsOfTheStage) {
  attempts_ = {.in_stage = Tries(2), .in_all = Tries(9)};
  EXPECT_THAT(Missing(kThreeAttempts),
              ElementsAre("ATTEMPTS_REQUIRED at stage: Сначала попробуйте связаться с клиентом: попыток 2 из 3."));
  attempts_.in_stage = Tries(3);
  EXPECT_THAT(Missing(kThreeAttempts), IsEmpty());
}

TEST_F(WorkAsked, CountsAttemptsInAllWhereTheRuleSaysSo) {
  attempts_ = {.in_stage = {}, .in_all = Tries(4)};
  EXPECT_THAT(Missing(kFiveInAll),
              ElementsAre("ATTEMPTS_REQUIRED at stage: Сначала попробуйте связаться с клиентом: попыток 4 из 5."));
  attempts_.in_all = Tries(5);
  EXPECT_THAT(Missing(kFiveInAll), IsEmpty());
}

TEST_F(WorkAsked, CountsAttemptsThatAreFarEnoughApart) {
  constexpr int64_t kAnHour = 3'600'000'000;
  const std::string an_hour_apart =
      R"(rules { key: "tried" binding: BINDING_LEAVE attempts { at_least: 3 least_interval { seconds: 3600 } } })";
  attempts_.in_stage = Tries(3);
  EXPECT_THAT(Missing(an_hour_apart),
              ElementsAre("ATTEMPTS_REQUIRED at stage: Сначала попробуйте связаться с клиентом: попыток 1 из 3. "
                          "Между попытками должно пройти не меньше 1 ч."));
  // What does not count does not put off what comes after it.
  attempts_.in_stage = {0, kAnHour / 2, kAnHour, kAnHour + kAnHour / 2};
  EXPECT_EQ(Missing(an_hour_apart).size(), 1U);
  attempts_.in_stage.push_back(2 * kAnHour);
  EXPECT_THAT(Missing(an_hour_apart), IsEmpty());
}

TEST(AttemptsOfAStage, AreThoseOfTheMinuteInWhichTheDealCameIfTheirTimeIsTyped) {
  constexpr int64_t kOneMinute = 60'000'000;
  const int64_t entered = 30'000'000 * kOneMinute + 20'000'000;
  EXPECT_TRUE(crm::IsOnStage(entered, entered));
  EXPECT_FALSE(crm::IsOnStage(entered - 1, entered));
  EXPECT_TRUE(crm::IsOnStage(30'000'000 * kOneMinute, entered));
  EXPECT_FALSE(crm::IsOnStage(29'999'999 * kOneMinute, entered));
}

TEST_F(WorkAsked, SaysBothCountsAtOnce) {
  EXPECT_THAT(Missing(kThreeAttempts + kFiveInAll),
              ElementsAre("ATTEMPTS_REQUIRED at stage: Сначала попробуйте связаться с клиентом: попыток 0 из 3.",
                          "ATTEMPTS_REQUIRED at stage: Сначала попробуйте связаться с клиентом: попыток 0 из 5."));
}

TEST_F(WorkAsked, NeedsAnApprovalThatWasGiven) {
  EXPECT_THAT(Missing(kHeadAgrees), ElementsAre("APPROVAL_REQUIRED at stage: Запросите согласование: РОП."));
  Asked({{Approval::STATE_ASKED, options::v1::ROLE_HEAD_OF_SALES}});
  EXPECT_THAT(Missing(kHeadAgrees), ElementsAre("APPROVAL_AWAITED at stage: Ждём согласования: РОП."));
  Asked({{Approval::STATE_REFUSED, options::v1::ROLE_HEAD_OF_SALES}});
  EXPECT_THAT(Missing(kHeadAgrees), ElementsAre("APPROVAL_REFUSED at stage: Не согласовано: РОП."));
  Asked({{Approval::STATE_GIVEN, options::v1::ROLE_HEAD_OF_SALES}});
  EXPECT_THAT(Missing(kHeadAgrees), IsEmpty());
}

TEST_F(WorkAsked, TakesTheLatestAnswer) {
  Asked({{Approval::STATE_GIVEN, options::v1::ROLE_HEAD_OF_SALES},
         {Approval::STATE_REFUSED, options::v1::ROLE_HEAD_OF_SALES}});
  EXPECT_THAT(Missing(kHeadAgrees), IsEmpty());
  Asked({{Approval::STATE_WITHDRAWN, options::v1::ROLE_HEAD_OF_SALES}});
  EXPECT_THAT(Missing(kHeadAgrees), ElementsAre("APPROVAL_REQUIRED at stage: Запросите согласование: РОП."));
}

TEST_F(WorkAsked, TakesTheApprovalOfAHigherRoleAndNotOfALower) {
  Asked({{Approval::STATE_GIVEN, options::v1::ROLE_DIRECTOR}});
  EXPECT_THAT(Missing(kHeadAgrees + kDirectorAgrees), IsEmpty());
  Asked({{Approval::STATE_GIVEN, options::v1::ROLE_HEAD_OF_SALES}});
  EXPECT_THAT(Missing(kHeadAgrees + kDirectorAgrees),
              ElementsAre("APPROVAL_REQUIRED at stage: Запросите согласование: директор."));
}

TEST_F(WorkAsked, TakesAnApprovalForNoOtherStage) {
  Asked({{Approval::STATE_GIVEN, options::v1::ROLE_HEAD_OF_SALES}});
  approvals_[0].set_stage("talks");
  EXPECT_THAT(Missing(kHeadAgrees), ElementsAre("APPROVAL_REQUIRED at stage: Запросите согласование: РОП."));
  approvals_[0].set_stage("sent");
  approvals_[0].set_pipeline("claims");
  EXPECT_THAT(Missing(kHeadAgrees), ElementsAre("APPROVAL_REQUIRED at stage: Запросите согласование: РОП."));
}

TEST_F(WorkAsked, TakesNeitherAnAnswerNorAnAskingForAnotherDealThanItIsNow) {
  for (const auto state : {Approval::STATE_GIVEN, Approval::STATE_REFUSED, Approval::STATE_ASKED}) {
    Asked({{state, options::v1::ROLE_HEAD_OF_SALES}});
    approvals_[0].set_digest("of another amount");
    EXPECT_THAT(Missing(kHeadAgrees),
                ElementsAre("APPROVAL_REQUIRED at stage: Условия изменились. Запросите согласование снова: РОП."));
  }
}

TEST_F(WorkAsked, NamesEveryApprovalThatIsMissing) {
  EXPECT_THAT(Missing(kHeadAgrees + kDirectorAgrees),
              ElementsAre("APPROVAL_REQUIRED at stage: Запросите согласование: РОП.",
                          "APPROVAL_REQUIRED at stage: Запросите согласование: директор."));
}

TEST_F(WorkAsked, NeedsNoApprovalOfWhoMayGiveIt) {
  EXPECT_THAT(Missing(kHeadAgrees, options::v1::ROLE_HEAD_OF_SALES), IsEmpty());
  EXPECT_THAT(Missing(kHeadAgrees + kDirectorAgrees, options::v1::ROLE_ADMIN), IsEmpty());
  EXPECT_THAT(Missing(kDirectorAgrees, options::v1::ROLE_HEAD_OF_SALES),
              ElementsAre("APPROVAL_REQUIRED at stage: Запросите согласование: директор."));
}

// Its number is the highest, and it leads nobody.
TEST_F(WorkAsked, NeedsAnApprovalForTheMoveOfAService) {
  EXPECT_THAT(Missing(kHeadAgrees, options::v1::ROLE_SERVICE),
              ElementsAre("APPROVAL_REQUIRED at stage: Запросите согласование: РОП."));
}

TEST_F(WorkAsked, NamesTheItemsOfThisDealThatAreNotTicked) {
  EXPECT_THAT(Missing(kTicked),
              ElementsAre("CHECKLIST_UNFINISHED at deal.checklist_ticks[\"paid\"]: Не отмечено: «Проверить оплату».",
                          "CHECKLIST_UNFINISHED at deal.checklist_ticks[\"ready\"]: "
                          "Не отмечено: «Сообщить, что заказ готов»."));
  Tick("talks", "paid");
  Tick("sent", "ready");
  EXPECT_THAT(Missing(kTicked), ElementsAre("CHECKLIST_UNFINISHED at deal.checklist_ticks[\"ready\"]: "
                                            "Не отмечено: «Сообщить, что заказ готов»."));
  Tick("talks", "ready");
  EXPECT_THAT(Missing(kTicked), IsEmpty());
}

TEST_F(WorkAsked, AsksForOtherItemsWhenTheDealIsAnother) {
  Tick("talks", "paid");
  Tick("talks", "ready");
  (*deal_.mutable_fields())["shipping"].set_choice("delivery");
  EXPECT_THAT(Missing(kTicked), ElementsAre("CHECKLIST_UNFINISHED at deal.checklist_ticks[\"address\"]: "
                                            "Не отмечено: «Уточнить адрес»."));
  deal_.mutable_fields()->clear();
  EXPECT_THAT(Missing(kTicked), IsEmpty());
}

// And how far one has got.
TEST_F(WorkAsked, IsSaidInTheWordsOfTheRule) {
  EXPECT_THAT(Missing(R"(rules { key: "tried" binding: BINDING_LEAVE attempts { at_least: 3 } text: "Звоните!" })"),
              ElementsAre("ATTEMPTS_REQUIRED at stage: Звоните! Сначала попробуйте связаться с клиентом: "
                          "попыток 0 из 3."));
}

// A change of a deal that moves nowhere is not a move: nobody need have called to correct a name.
TEST_F(WorkAsked, IsAskedOfNoChange) {
  const auto asking = Parsed<Stage>(kThreeAttempts + kHeadAgrees + kTicked);
  std::vector<crm::BindingRule> binding;
  for (const auto& rule : asking.rules()) binding.push_back({&pipeline_.stages(0), &rule});
  EXPECT_THAT(crm::BreachesOfChange(binding, {.deal = deal_, .attempts = {Tries(3), Tries(3)}}, {.deal = deal_}),
              IsEmpty());
}

}  // namespace
}  // namespace voronka::testing
