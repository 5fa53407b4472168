#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/configuration/configurations.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr char kDelivery[] = R"(field_sets {
  entity: ENTITY_DEAL
  fields { key: "delivery" label: "Доставка" kind: KIND_CHOICE
           choices { key: "courier" name: "доставка" } choices { key: "self" name: "самовывоз" } }
}
)";

class QuestionnairesInFiles : public ::testing::Test {
 protected:
  Office office_;
};

TEST_F(QuestionnairesInFiles, AreToldWhatIsWrongWithThemWithItsLine) {
  const auto file = R"(pipelines {
  key: "partners"
  name: "Партнёры"
  stages {
    key: "new" name: "Новая" kind: KIND_OPEN
    questionnaire {
      questions { key: "sum" text: "Сколько?" field: "deal.amount"
        condition { comparison { field: "deal.name" operator: OPERATOR_FILLED } } }
      questions { key: "name" text: "Как назвать?"
                  field: "deal.name" }
      questions { key: "name" text: "Кто?" field: "deal.budget" }
    }
  }
  stages { key: "won" name: "Успех" kind: KIND_WON
    rules { key: "asked" binding: BINDING_ENTER questionnaire {} } }
  stages { key: "lost" name: "Отказ" kind: KIND_LOST }
  loss_reasons { key: "other" name: "Другое" }
}
)";
  const std::string questions = "pipelines[0].stages[0].questionnaire.questions";
  EXPECT_THAT(
      ProblemsOf(PlanOfFile(office_.olga, file)),
      UnorderedElementsAre("8 " + questions + "[0].condition ASKED_LATER", "11 " + questions + "[2].key DUPLICATE_KEY",
                           "11 " + questions + "[2].field UNKNOWN_FIELD",
                           "15 pipelines[0].stages[1].rules[0].questionnaire NO_QUESTIONNAIRE"));
}

TEST_F(QuestionnairesInFiles, AreExportedAsTheyWereApplied) {
  const auto file = std::string(kDelivery) + R"(pipelines {
  key: "partners" name: "Партнёры"
  stages {
    key: "new" name: "Новая" kind: KIND_OPEN
    questionnaire {
      title: "Портрет клиента"
      questions { key: "how" text: "Как забираете?" hint: "Спросите и про время" field: "deal.delivery" required: true }
      questions { key: "sum" text: "Сколько?" field: "deal.amount" condition { comparison {
        field: "deal.delivery" operator: OPERATOR_ONE_OF values { choice: "self" } } } }
      verdicts { key: "ours" name: "Целевой" text: "Назначьте встречу" condition { comparison {
        field: "deal.amount" operator: OPERATOR_FILLED } } }
    }
    rules { key: "asked" binding: BINDING_LEAVE questionnaire {} }
  }
  stages { key: "won" name: "Успех" kind: KIND_WON }
  stages { key: "lost" name: "Отказ" kind: KIND_LOST }
  loss_reasons { key: "other" name: "Другое" }
}
)";
  Apply(office_.olga, ApplyingFile(file));
  const auto asking = office_.olga.Call<Pipeline>(GettingPipeline("partners")).stages(0).questionnaire();
  EXPECT_EQ(asking.questions(0).hint(), "Спросите и про время");
  EXPECT_EQ(asking.verdicts(0).text(), "Назначьте встречу");
  const auto exported = Exported(office_.olga).file();
  EXPECT_THAT(Paths(PlanOfFile(office_.olga, exported)), IsEmpty());
  auto other = exported;
  other.replace(other.find("choice: \"self\""), 14, "choice: \"courier\"");
  EXPECT_THAT(Paths(PlanOfFile(office_.olga, other)),
              ElementsAre("~ pipelines[\"partners\"].stages[\"new\"].questionnaire.questions[\"sum\"].condition"));
}

}  // namespace
}  // namespace voronka::testing
