#include "crm_service/sales/pipelines/rule_definitions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crm_service/fields/field_sets/system_fields.h"
#include "tests/crm_service/requests.h"
#include "tests/crm_service/sales/pipelines/wrong_rules.h"
#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using crm::v1::Pipeline;
using crm::v1::Stage;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

const std::string kTalks = "pipeline.stages[2]";

TEST(RuleDefinitions, AllowWhatPeopleDoAndAgreeTo) {
  EXPECT_THAT(WrongRules(2, R"(
    checklist { key: "paid" text: "Проверить оплату" }
    checklist { key: "called" text: "Позвонить" condition {
      comparison { field: "contact.phones" operator: OPERATOR_FILLED } } }
    rules { key: "a" binding: BINDING_LEAVE attempts { at_least: 3 } only_stages: "lost" }
    rules { key: "b" binding: BINDING_LEAVE approval { role: ROLE_HEAD_OF_SALES timeout { seconds: 3600 } } }
    rules { key: "c" binding: BINDING_LEAVE checklist {} except_lost: true }
    rules { key: "d" binding: BINDING_ENTER attempts { at_least: 1 in_all: true } only_stages: "new" }
    rules { key: "e" binding: BINDING_FROM_HERE_ON approval { role: ROLE_ADMIN } })"),
              IsEmpty());
}

TEST(RuleDefinitions, AskForAChecklistOnlyOnLeavingTheStageThatHasIt) {
  EXPECT_THAT(WrongRules(2, R"(checklist { key: "paid" text: "Проверить оплату" }
                               rules { key: "a" binding: BINDING_ENTER checklist {} })"),
              ElementsAre("BINDING_NOT_LEAVE at " + kTalks + ".rules[0].binding"));
  EXPECT_THAT(WrongRules(2, R"(checklist { key: "paid" text: "Проверить оплату" }
                               rules { key: "a" binding: BINDING_FROM_HERE_ON checklist {} })"),
              ElementsAre("BINDING_NOT_LEAVE at " + kTalks + ".rules[0].binding"));
  EXPECT_THAT(WrongRules(2, R"(rules { key: "a" binding: BINDING_LEAVE checklist {} })"),
              ElementsAre("NO_CHECKLIST at " + kTalks + ".rules[0].checklist"));
}

TEST(RuleDefinitions, NameStagesThatThePipelineHasAndWaysThatTheBindingHas) {
  EXPECT_THAT(WrongRules(2, R"(rules { key: "a" binding: BINDING_LEAVE comment {}
                                       only_stages: "won" only_stages: "nowhere" })"),
              ElementsAre("UNKNOWN_STAGE at " + kTalks + ".rules[0].only_stages[1]"));
  EXPECT_THAT(WrongRules(2, R"(rules { key: "a" binding: BINDING_FROM_HERE_ON comment {} only_stages: "won" })"),
              ElementsAre("NOT_OF_THIS_BINDING at " + kTalks + ".rules[0].only_stages"));
}

TEST(RuleDefinitions, LetOnlyThoseApproveWhoLead) {
  for (const char* role : {"ROLE_MANAGER", "ROLE_SERVICE"}) {
    EXPECT_THAT(WrongRules(2, std::string("rules { key: 'a' binding: BINDING_LEAVE approval { role: ") + role + " } }"),
                ElementsAre("ROLE_GIVES_NO_APPROVAL at " + kTalks + ".rules[0].approval.role"));
  }
  for (const char* role : {"ROLE_HEAD_OF_SALES", "ROLE_DIRECTOR", "ROLE_ADMIN"}) {
    EXPECT_THAT(WrongRules(2, std::string("rules { key: 'a' binding: BINDING_LEAVE approval { role: ") + role + " } }"),
                IsEmpty());
  }
}

TEST(RuleDefinitions, GiveOnlyOpenStagesAChecklist) {
  EXPECT_THAT(WrongRules(3, R"(checklist { key: "paid" text: "Проверить оплату" })"),
              ElementsAre("CHECKLIST_NOT_OPEN at pipeline.stages[3].checklist"));
  EXPECT_THAT(WrongRules(4, R"(checklist { key: "paid" text: "Проверить оплату" })"),
              ElementsAre("CHECKLIST_NOT_OPEN at pipeline.stages[4].checklist"));
  EXPECT_THAT(WrongRules(0, R"(kind: KIND_INCOMING checklist { key: "paid" text: "Проверить оплату" })"),
              ElementsAre("CHECKLIST_NOT_OPEN at pipeline.stages[0].checklist"));
}

TEST(RuleDefinitions, CheckTheConditionsOfItems) {
  EXPECT_THAT(
      WrongRules(2, R"(
        checklist { key: "a" text: "А" condition { comparison { field: "deal.nothing" operator: OPERATOR_FILLED } } }
        checklist { key: "b" text: "Б" condition { all {
          conditions { comparison { field: "deal.name" operator: OPERATOR_LESS values { text: "x" } } }
          conditions {} } } })"),
      ElementsAre("UNKNOWN_FIELD at " + kTalks + ".checklist[0].condition.comparison.field",
                  "NOT_OF_THIS_KIND at " + kTalks + ".checklist[1].condition.all.conditions[0].comparison.operator",
                  "CONDITION_EMPTY at " + kTalks + ".checklist[1].condition.all.conditions[1]"));
}

TEST(RuleDefinitions, NameAllThatIsWrongAtOnce) {
  EXPECT_THAT(WrongRules(2, R"(
                checklist { key: "paid" text: "Проверить оплату" }
                checklist { key: "paid" text: "Ещё раз" }
                rules { key: "a" binding: BINDING_ENTER checklist {} only_stages: "nowhere" }
                rules { key: "a" binding: BINDING_FROM_HERE_ON approval { role: ROLE_MANAGER } only_stages: "won" })"),
              UnorderedElementsAre("DUPLICATE_KEY at " + kTalks + ".checklist[1].key",
                                   "BINDING_NOT_LEAVE at " + kTalks + ".rules[0].binding",
                                   "UNKNOWN_STAGE at " + kTalks + ".rules[0].only_stages[0]",
                                   "DUPLICATE_KEY at " + kTalks + ".rules[1].key",
                                   "ROLE_GIVES_NO_APPROVAL at " + kTalks + ".rules[1].approval.role",
                                   "NOT_OF_THIS_BINDING at " + kTalks + ".rules[1].only_stages"));
  EXPECT_THAT(WrongRules(3, R"(rules { key: "a" binding: BINDING_ENTER checklist {} })"),
              UnorderedElementsAre("BINDING_NOT_LEAVE at pipeline.stages[3].rules[0].binding",
                                   "NO_CHECKLIST at pipeline.stages[3].rules[0].checklist"));
}

}  // namespace
}  // namespace voronka::testing
