#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/sales/pipelines/wrong_rules.h"

namespace voronka::testing {
namespace {

using crm::v1::Stage;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

const std::string kAsking = "pipeline.stages[2].questionnaire";

std::vector<std::string> WrongQuestions(const std::string& stage, int at = 2) { return WrongRules(at, stage); }

const std::string kPortrait = R"(questionnaire {
  title: "Портрет клиента"
  questions { key: "phone" text: "Как с вами связаться?" field: "contact.phones" required: true }
  questions { key: "tax" text: "Какой у вас ИНН?" field: "company.tax_number" condition {
    comparison { field: "contact.job_title" operator: OPERATOR_FILLED } } }
  questions { key: "budget" text: "Сколько готовы заплатить?" field: "deal.amount" required: true condition {
    all { conditions { comparison { field: "contact.phones" operator: OPERATOR_FILLED } }
          conditions { comparison { field: "company.tax_number" operator: OPERATOR_BLANK } } } } }
  verdicts { key: "ours" name: "Целевой" text: "Назначьте встречу" condition {
    comparison { field: "deal.amount" operator: OPERATOR_FILLED } } }
  verdicts { key: "unclear" name: "Пока неясно" } })";

TEST(QuestionnaireDefinitions, MayStandOnAnyStageAndBeAskedForAtAnyTime) {
  for (const int stage : {1, 2, 3, 4}) {
    EXPECT_THAT(WrongQuestions(kPortrait + "rules { key: 'a' binding: BINDING_ENTER questionnaire {} }", stage),
                IsEmpty());
    EXPECT_THAT(WrongQuestions(kPortrait + "rules { key: 'a' binding: BINDING_FROM_HERE_ON questionnaire {} }", stage),
                IsEmpty());
  }
  EXPECT_THAT(WrongQuestions(kPortrait + "rules { key: 'a' binding: BINDING_LEAVE questionnaire {} }", 0), IsEmpty());
}

TEST(QuestionnaireDefinitions, AreThereWhereARuleAsksForTheAnswers) {
  EXPECT_THAT(WrongQuestions("rules { key: 'a' binding: BINDING_LEAVE questionnaire {} }"),
              ElementsAre("NO_QUESTIONNAIRE at pipeline.stages[2].rules[0].questionnaire"));
}

TEST(QuestionnaireDefinitions, NameFieldsThatThereAre) {
  EXPECT_THAT(WrongQuestions(R"(questionnaire {
                questions { key: "a" text: "А?" field: "deal.nothing" }
                questions { key: "b" text: "Б?" field: "deal.name" condition {
                  comparison { field: "contact.city" operator: OPERATOR_FILLED } } }
                verdicts { key: "c" name: "В" condition {
                  comparison { field: "deal.name" operator: OPERATOR_MORE values { text: "x" } } } } })"),
              UnorderedElementsAre("UNKNOWN_FIELD at " + kAsking + ".questions[0].field",
                                   "UNKNOWN_FIELD at " + kAsking + ".questions[1].condition.comparison.field",
                                   "NOT_OF_THIS_KIND at " + kAsking + ".verdicts[0].condition.comparison.operator"));
}

TEST(QuestionnaireDefinitions, AskForWhatCanBeAnswered) {
  EXPECT_THAT(WrongQuestions(R"(questionnaire {
                questions { key: "a" text: "Кто вы?" field: "deal.contact_id" }
                questions { key: "b" text: "Откуда вы?" field: "contact.company_id" }
                questions { key: "c" text: "Точно?" field: "deal.amount_confirmed" } })"),
              ElementsAre("NOT_FOR_QUESTIONS at " + kAsking + ".questions[0].field",
                          "NOT_FOR_QUESTIONS at " + kAsking + ".questions[1].field",
                          "NOT_FOR_QUESTIONS at " + kAsking + ".questions[2].field"));
}

TEST(QuestionnaireDefinitions, TellTheirQuestionsAndVerdictsApart) {
  EXPECT_THAT(WrongQuestions(R"(questionnaire {
                questions { key: "a" text: "А?" field: "deal.name" }
                questions { key: "a" text: "Б?" field: "deal.amount" }
                verdicts { key: "a" name: "В" }
                verdicts { key: "a" name: "Г" } })"),
              ElementsAre("DUPLICATE_KEY at " + kAsking + ".questions[1].key",
                          "DUPLICATE_KEY at " + kAsking + ".verdicts[1].key"));
}

// Two that wait for each other would never be asked.
TEST(QuestionnaireDefinitions, ReadOnlyAnswersThatAreAskedForBefore) {
  EXPECT_THAT(WrongQuestions(R"(questionnaire {
                questions { key: "a" text: "А?" field: "deal.name" condition {
                  comparison { field: "deal.amount" operator: OPERATOR_FILLED } } }
                questions { key: "b" text: "Б?" field: "deal.amount" condition {
                  comparison { field: "deal.name" operator: OPERATOR_FILLED } } }
                questions { key: "c" text: "В?" field: "contact.name" condition {
                  negation { comparison { field: "contact.name" operator: OPERATOR_FILLED } } } } })"),
              ElementsAre("ASKED_LATER at " + kAsking + ".questions[0].condition",
                          "ASKED_LATER at " + kAsking + ".questions[2].condition"));
}

TEST(QuestionnaireDefinitions, MayAskForOneFieldAgainAfterItIsRead) {
  EXPECT_THAT(WrongQuestions(R"(questionnaire {
                questions { key: "a" text: "А?" field: "deal.name" }
                questions { key: "b" text: "Точно?" field: "deal.name" condition {
                  comparison { field: "deal.name" operator: OPERATOR_CONTAINS values { text: "?" } } } } })"),
              IsEmpty());
}

}  // namespace
}  // namespace voronka::testing
