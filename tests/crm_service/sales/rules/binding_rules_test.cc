#include "crm_service/sales/rules/binding_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crm_service/sales/pipelines/stages.h"
#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using crm::FindStage;
using crm::v1::Pipeline;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

// Every stage asks for a field when it is left, and the second from there on. Between the third and the fourth lies a
// side state.
Pipeline Sales() {
  auto pipeline = Parsed<Pipeline>(R"(
    key: "sales"
    stages { key: "new" kind: KIND_OPEN
      rules { key: "leave_new" binding: BINDING_LEAVE fields { fields: "deal.name" } except_lost: true } }
    stages { key: "accepted" kind: KIND_OPEN
      rules { key: "leave_accepted" binding: BINDING_LEAVE fields { fields: "deal.amount" } except_won: true }
      rules { key: "keep_accepted" binding: BINDING_FROM_HERE_ON fields { fields: "deal.name" } }
      rules { key: "say_accepted" binding: BINDING_LEAVE comment {} except_stages: "talks" } }
    stages { key: "silent" kind: KIND_OPEN parking: true
      rules { key: "leave_silent" binding: BINDING_LEAVE fields { fields: "deal.name" } } }
    stages { key: "talks" kind: KIND_OPEN
      rules { key: "enter_talks" binding: BINDING_ENTER fields { fields: "deal.name" } }
      rules { key: "way_talks" binding: BINDING_LEAVE stages { stages: "won" } } }
    stages { key: "won" kind: KIND_WON }
    stages { key: "lost" kind: KIND_LOST rules { key: "enter_lost" binding: BINDING_ENTER comment {} } }
  )");
  for (int i = 0; i < pipeline.stages_size(); ++i) pipeline.mutable_stages(i)->set_position(i + 1);
  return pipeline;
}

class BindingRules : public ::testing::Test {
 protected:
  std::vector<std::string> Between(const std::string& from, const std::string& to,
                                   const std::string& from_pipeline = "sales") {
    const auto* left = from.empty() ? nullptr : FindStage(sales_, from);
    return KeysOf(crm::RulesOf({left, from_pipeline, sales_, *FindStage(sales_, to)}));
  }
  static std::vector<std::string> KeysOf(const std::vector<crm::BindingRule>& rules) {
    std::vector<std::string> keys;
    for (const auto& each : rules) keys.push_back(each.rule->key());
    return keys;
  }

  const Pipeline sales_ = Sales();
};

TEST_F(BindingRules, AreThoseOfTheStageThatIsLeft) {
  EXPECT_THAT(Between("new", "accepted"), UnorderedElementsAre("leave_new", "keep_accepted"));
}

// Otherwise whoever drags a card over a column would get round what it asks for.
TEST_F(BindingRules, AreThoseOfTheStagesThatArePassedByToo) {
  EXPECT_THAT(Between("new", "talks"),
              UnorderedElementsAre("leave_new", "leave_accepted", "keep_accepted", "enter_talks"));
}

TEST_F(BindingRules, LetExemptMovesPass) {
  EXPECT_THAT(Between("new", "lost"), ElementsAre("enter_lost"));
  EXPECT_THAT(Between("accepted", "won"), UnorderedElementsAre("say_accepted", "keep_accepted"));
  EXPECT_THAT(Between("accepted", "talks"), UnorderedElementsAre("leave_accepted", "keep_accepted", "enter_talks"));
}

TEST_F(BindingRules, AskForNothingOnTheWayBack) {
  EXPECT_THAT(Between("accepted", "new"), IsEmpty());
  EXPECT_THAT(Between("talks", "accepted"), UnorderedElementsAre("way_talks", "keep_accepted"));
}

TEST_F(BindingRules, OfEveryStageBeforeBindWhatIsNewOrComesFromElsewhere) {
  EXPECT_THAT(Between("", "talks"),
              UnorderedElementsAre("leave_new", "leave_accepted", "keep_accepted", "enter_talks"));
  EXPECT_THAT(Between("talks", "accepted", "claims"), UnorderedElementsAre("leave_new", "way_talks", "keep_accepted"));
}

// The reason to lose it is gone, and what it lacked is not.
TEST_F(BindingRules, OfEveryStageBeforeBindWhatIsReopened) {
  EXPECT_THAT(Between("lost", "talks"),
              UnorderedElementsAre("leave_new", "leave_accepted", "keep_accepted", "enter_talks"));
}

// Rules name stages of their own pipeline by keys that another has too.
TEST_F(BindingRules, DoNotTakeTheStagesOfAnotherPipelineForTheirOwn) {
  EXPECT_THAT(Between("accepted", "talks", "claims"), Contains("say_accepted"));
  const auto claims = Sales();
  auto sales = Sales();
  sales.mutable_stages(0)->mutable_rules(0)->add_only_stages("talks");
  const auto from_claims = [&](const std::string& stage) {
    return KeysOf(crm::RulesOf({&claims.stages(3), "claims", sales, *FindStage(sales, stage)}));
  };
  EXPECT_THAT(from_claims("talks"), Contains("leave_new"));
  EXPECT_THAT(from_claims("accepted"), Not(Contains("leave_new")));
}

TEST_F(BindingRules, FromAStageOnBindWhatStaysThere) {
  EXPECT_THAT(KeysOf(crm::RulesFromHereOn(sales_, *FindStage(sales_, "talks"))), ElementsAre("keep_accepted"));
  EXPECT_THAT(KeysOf(crm::RulesFromHereOn(sales_, *FindStage(sales_, "new"))), IsEmpty());
  EXPECT_THAT(KeysOf(crm::RulesFromHereOn(sales_, *FindStage(sales_, "lost"))), IsEmpty());
}

// What is asked for on `talks` was done there, or was agreed to. Some of it is about certain ways only.
Pipeline Works() {
  auto pipeline = Parsed<Pipeline>(R"(
    key: "works"
    stages { key: "new" kind: KIND_OPEN }
    stages { key: "talks" kind: KIND_OPEN
      checklist { key: "measured" text: "Замер" }
      rules { key: "tried" binding: BINDING_LEAVE attempts { at_least: 3 } only_stages: "silent" }
      rules { key: "agreed" binding: BINDING_LEAVE approval { role: ROLE_HEAD_OF_SALES } }
      rules { key: "ticked" binding: BINDING_LEAVE checklist {} }
      rules { key: "priced" binding: BINDING_LEAVE fields { fields: "deal.amount" } only_stages: "sent" } }
    stages { key: "sent" kind: KIND_OPEN
      rules { key: "called" binding: BINDING_ENTER attempts { at_least: 1 } }
      rules { key: "named" binding: BINDING_ENTER fields { fields: "deal.name" } only_stages: "silent" } }
    stages { key: "silent" kind: KIND_OPEN }
    stages { key: "won" kind: KIND_WON }
    stages { key: "lost" kind: KIND_LOST }
  )");
  for (int i = 0; i < pipeline.stages_size(); ++i) pipeline.mutable_stages(i)->set_position(i + 1);
  return pipeline;
}

class RulesOfWork : public ::testing::Test {
 protected:
  std::vector<std::string> Between(const std::string& from, const std::string& to) const {
    return KeysOf({from.empty() ? nullptr : FindStage(works_, from), works_.key(), works_, *FindStage(works_, to)});
  }
  static std::vector<std::string> KeysOf(const crm::Way& way) {
    std::vector<std::string> keys;
    const auto rules = crm::RulesOf(way);
    for (const auto& each : rules) keys.push_back(each.rule->key());
    return keys;
  }

  const Pipeline works_ = Works();
  const Pipeline claims_ = Parsed<Pipeline>(R"(
    key: "claims"
    stages { key: "silent" kind: KIND_OPEN position: 1 }
    stages { key: "talks" kind: KIND_OPEN position: 2 }
  )");
};

TEST_F(RulesOfWork, BindWhoGoesOn) {
  EXPECT_THAT(Between("talks", "won"), UnorderedElementsAre("agreed", "ticked"));
  EXPECT_THAT(Between("talks", "lost"), UnorderedElementsAre("agreed", "ticked"));
}

TEST_F(RulesOfWork, BindOnlyTheWaysThatTheyName) {
  EXPECT_THAT(Between("talks", "silent"), UnorderedElementsAre("agreed", "ticked", "tried"));
  EXPECT_THAT(Between("talks", "sent"), UnorderedElementsAre("agreed", "ticked", "priced", "called"));
  EXPECT_THAT(Between("silent", "sent"), UnorderedElementsAre("called", "named"));
}

// Nobody can have done in a stage what is done there who was never in it. What a deal has is another matter.
TEST_F(RulesOfWork, AskWhoPassesByForWhatItHasAndForApprovals) {
  EXPECT_THAT(Between("new", "silent"), ElementsAre("agreed"));
  EXPECT_THAT(Between("new", "sent"), UnorderedElementsAre("agreed", "priced", "called"));
}

TEST_F(RulesOfWork, AskNothingOfWhoGoesBack) {
  EXPECT_THAT(Between("talks", "new"), IsEmpty());
  EXPECT_THAT(Between("silent", "talks"), IsEmpty());
}

TEST_F(RulesOfWork, AskWhatIsNewForWhatItHasAndForApprovals) {
  EXPECT_THAT(Between("", "talks"), IsEmpty());
  EXPECT_THAT(Between("", "sent"), UnorderedElementsAre("agreed", "priced"));
}

// Otherwise a detour through another pipeline would lead around a rule.
TEST_F(RulesOfWork, OfANamedWayBindWhatComesFromElsewhereAndPassesBy) {
  EXPECT_THAT(KeysOf({FindStage(claims_, "talks"), claims_.key(), works_, *FindStage(works_, "sent")}),
              UnorderedElementsAre("agreed", "priced", "called"));
}

TEST_F(RulesOfWork, NameNoStagesOfOtherPipelines) {
  EXPECT_THAT(KeysOf({FindStage(works_, "talks"), works_.key(), claims_, *FindStage(claims_, "silent")}),
              UnorderedElementsAre("agreed", "ticked"));
  EXPECT_THAT(KeysOf({FindStage(claims_, "silent"), claims_.key(), works_, *FindStage(works_, "sent")}),
              UnorderedElementsAre("agreed", "priced", "called"));
  const auto sales = Sales();
  EXPECT_THAT(KeysOf({FindStage(sales, "accepted"), sales.key(), claims_, *FindStage(claims_, "talks")}),
              UnorderedElementsAre("leave_accepted", "say_accepted"));
}

}  // namespace
}  // namespace voronka::testing
