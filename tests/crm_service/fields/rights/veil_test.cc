// Where names and values of hidden fields are besides the resources that have them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "crm_service/fields/rights/field_rights.h"
#include "tests/support/parsed.h"
#include "voronka/crm/v1/inquiry.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::testing {
namespace {

using crm::v1::Inquiry;
using crm::v1::Pipeline;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

// Deals have the hidden field `margin`.
template <class M>
M Veiled(const std::string& text) {
  auto message = Parsed<M>(text);
  crm::Hide({{crm::v1::ENTITY_DEAL, {"margin"}}}, message);
  return message;
}

std::vector<std::string> KeysOfRules(const Pipeline& pipeline) {
  std::vector<std::string> keys;
  for (const auto& rule : pipeline.stages(0).rules()) keys.push_back(rule.key());
  return keys;
}

TEST(Veil, LeavesHiddenFieldsOutOfRules) {
  const auto pipeline = Veiled<Pipeline>(R"(
      stages {
        rules { key: "only_hidden" fields { fields: "deal.margin" } }
        rules { key: "some" fields { fields: "deal.margin" fields: "contact.margin" } }
        rules { key: "where" comment {} condition { negation { all {
          conditions { comparison { field: "deal.margin" operator: OPERATOR_FILLED } } } } } }
        rules { key: "other" comment {} condition { comparison { field: "deal.name" operator: OPERATOR_FILLED } } }
        rules { key: "questions" questionnaire {} }
      }
      quick_add_fields: "deal.margin" quick_add_fields: "deal.name")");
  EXPECT_THAT(KeysOfRules(pipeline), UnorderedElementsAre("some", "other"));
  EXPECT_THAT(pipeline.stages(0).rules(0).fields().fields(), ::testing::ElementsAre("contact.margin"));
  EXPECT_THAT(pipeline.quick_add_fields(), ::testing::ElementsAre("deal.name"));
  EXPECT_THAT(pipeline.ShortDebugString(), Not(HasSubstr("deal.margin")));
}

TEST(Veil, KeepsItemsOfAChecklistForWhoeverHasToTickThem) {
  const auto pipeline = Veiled<Pipeline>(R"(
      stages { checklist { key: "call" condition { comparison { field: "deal.margin" operator: OPERATOR_FILLED } } } })");
  ASSERT_EQ(pipeline.stages(0).checklist_size(), 1);
  EXPECT_FALSE(pipeline.stages(0).checklist(0).has_condition());
}

TEST(Veil, LeavesHiddenFieldsOutOfQuestionnaires) {
  const auto pipeline = Veiled<Pipeline>(R"(
      stages {
        questionnaire {
          questions { key: "hidden" field: "deal.margin" }
          questions { key: "branch" field: "deal.name"
            condition { any { conditions { comparison { field: "deal.margin" operator: OPERATOR_BLANK } } } } }
          questions { key: "open" field: "deal.name" }
          verdicts { key: "first" condition { comparison { field: "deal.name" operator: OPERATOR_FILLED } } }
          verdicts { key: "rich" condition { comparison { field: "deal.margin" operator: OPERATOR_FILLED } } }
          verdicts { key: "else" }
        }
        rules { key: "answered" questionnaire {} }
      })");
  const auto& questionnaire = pipeline.stages(0).questionnaire();
  ASSERT_EQ(questionnaire.questions_size(), 1);
  EXPECT_EQ(questionnaire.questions(0).key(), "open");
  ASSERT_EQ(questionnaire.verdicts_size(), 1);
  EXPECT_EQ(questionnaire.verdicts(0).key(), "first");
  EXPECT_THAT(KeysOfRules(pipeline), UnorderedElementsAre("answered"));
}

TEST(Veil, LeavesNoQuestionnaireWithoutQuestions) {
  const auto pipeline = Veiled<Pipeline>(R"(
      stages { questionnaire { questions { key: "hidden" field: "deal.margin" } }
               rules { key: "answered" questionnaire {} } })");
  EXPECT_FALSE(pipeline.stages(0).has_questionnaire());
  EXPECT_THAT(KeysOfRules(pipeline), IsEmpty());
}

TEST(Veil, TakesOutOfWhatAClientSentWhatIsNamedAsAHiddenField) {
  const auto inquiry = Veiled<Inquiry>(R"(
      sent { values { key: "Margin*" value: "40" } values { key: "margins" value: "some" }
             values { key: "_more" value: "city: Omsk\nMARGIN: 40" } values { key: "маржа" value: "50" } })");
  std::vector<std::string> names;
  for (const auto& [name, value] : inquiry.sent().values()) names.push_back(name);
  EXPECT_THAT(names, UnorderedElementsAre("margins", "маржа"));
}

TEST(Veil, KeepsWhatHasNoPlaceOfItsOwnAndNamesNoHiddenField) {
  const auto inquiry = Veiled<Inquiry>(R"(sent { values { key: "_more" value: "city: Omsk" } })");
  EXPECT_EQ(inquiry.sent().values().size(), 1U);
}

}  // namespace
}  // namespace voronka::testing
