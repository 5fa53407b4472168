#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/configuration/configuration_test.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

// How a file is read, and what is wrong with it by itself, with its line.
class ConfigurationFiles : public ConfigurationTest {};

TEST_F(ConfigurationFiles, CountsTheCharactersBeforeAProblem) {
  const auto unknown = PlanOfFile(olga(), "\n\tforms { name: \"Сайт\" pipeline: \"elsewhere\" code: \"site\" }");
  ASSERT_EQ(unknown.problems_size(), 1);
  EXPECT_EQ(unknown.problems(0).line(), 2);
  EXPECT_EQ(unknown.problems(0).column(), 23);
  const auto column = [&](const std::string& file) { return PlanOfFile(olga(), file).problems(0).column(); };
  EXPECT_EQ(column("forms { name: \"Сайт\" nothing: 1 }"), column("forms { name: \"Site\" nothing: 1 }"));
}

TEST_F(ConfigurationFiles, TellsEveryProblemWithItsLine) {
  const auto file = R"(pipelines {
  key: "partners"
  name: "Партнёры"
  stages { key: "new" name: "Новая" kind: KIND_OPEN
    rules { key: "ask" binding: BINDING_LEAVE fields { fields: "deal.budget" } }
  }
  stages { key: "won" name: "Успех" kind: KIND_WON }
  stages { key: "paid" name: "Оплачено" kind: KIND_WON }
  stages { key: "new" name: "Отказ" kind: KIND_LOST }
  loss_reasons { key: "other" name: "Другое" }
  repeat_pipeline: "nowhere"
}
forms { code: "site" name: "Сайт" pipeline: "elsewhere" }
)";
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), file)),
              ElementsAre("9 pipelines[0].stages[3].key DUPLICATE_KEY", "1 pipelines[0].stages ONE_WON_STAGE",
                          "11 pipelines[0].repeat_pipeline UNKNOWN_PIPELINE",
                          "5 pipelines[0].stages[0].rules[0].fields.fields[0] UNKNOWN_FIELD",
                          "13 forms[0].pipeline UNKNOWN_PIPELINE"));
  const auto failure = FailureOf(olga(), ApplyingFile(file));
  EXPECT_EQ(failure.code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_THAT(failure.what(), HasSubstr("Line 9"));
  EXPECT_THAT(KeysOfPipelines(), ElementsAre("sales", "repeat"));
}

// One rule of each kind that asks for what people do, and a checklist, all of them wrong.
TEST_F(ConfigurationFiles, TellsWhatIsWrongWithAttemptsApprovalsAndChecklistsWithItsLine) {
  const auto file = R"(pipelines {
  key: "partners"
  name: "Партнёры"
  stages {
    key: "new" name: "Новая" kind: KIND_OPEN
    checklist { key: "call" text: "Позвонить" }
    checklist {
      key: "call" text: "Ещё раз"
      condition { comparison {
        field: "deal.budget" operator: OPERATOR_FILLED } }
    }
    rules { key: "tried" binding: BINDING_LEAVE attempts { at_least: 3 }
            only_stages: "nowhere" }
    rules { key: "agreed" binding: BINDING_LEAVE
            approval { role: ROLE_MANAGER } }
  }
  stages {
    key: "work" name: "В работе" kind: KIND_OPEN
    rules { key: "ticked" binding: BINDING_ENTER
            checklist {} }
    rules { key: "kept" binding: BINDING_FROM_HERE_ON comment {}
            only_stages: "new" }
  }
  stages { key: "won" name: "Успех" kind: KIND_WON
    checklist { key: "act" text: "Подписать акт" } }
  stages { key: "lost" name: "Отказ" kind: KIND_LOST }
  loss_reasons { key: "other" name: "Другое" }
}
)";
  const std::string stages = "pipelines[0].stages";
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), file)),
              UnorderedElementsAre("8 " + stages + "[0].checklist[1].key DUPLICATE_KEY",
                                   "10 " + stages + "[0].checklist[1].condition.comparison.field UNKNOWN_FIELD",
                                   "13 " + stages + "[0].rules[0].only_stages[0] UNKNOWN_STAGE",
                                   "15 " + stages + "[0].rules[1].approval.role ROLE_GIVES_NO_APPROVAL",
                                   "19 " + stages + "[1].rules[0].binding BINDING_NOT_LEAVE",
                                   "20 " + stages + "[1].rules[0].checklist NO_CHECKLIST",
                                   "21 " + stages + "[1].rules[1].only_stages NOT_OF_THIS_BINDING",
                                   "24 " + stages + "[2].checklist CHECKLIST_NOT_OPEN"));
  EXPECT_EQ(FailureOf(olga(), ApplyingFile(file)).code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_THAT(KeysOfPipelines(), ElementsAre("sales", "repeat"));
}

TEST_F(ConfigurationFiles, TellsBoundsAndMissingValuesWithTheirLines) {
  const auto file = "pipelines {\n  key: \"Партнёры\"\n  name: \"\"\n}\nforms { name: \"Сайт\" }\n";
  EXPECT_THAT(
      ProblemsOf(PlanOfFile(olga(), file)),
      ElementsAre("2 pipelines[0].key MALFORMED", "3 pipelines[0].name REQUIRED", "1 pipelines[0].stages REQUIRED",
                  "1 pipelines[0].loss_reasons REQUIRED", "5 forms[0].code REQUIRED"));
}

TEST_F(ConfigurationFiles, TellsEveryNameThatItDoesNotKnow) {
  const auto plan = PlanOfFile(olga(), "pipelines {\n  kee: \"x\"\n  nam: \"y\"\n}\nstagess { }\n");
  EXPECT_THAT(ProblemsOf(plan), ElementsAre("2  SYNTAX_ERROR", "3  SYNTAX_ERROR", "5  SYNTAX_ERROR"));
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), "pipelines {")), Contains("1  SYNTAX_ERROR"));
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), "{\"pipelinez\": []}")), ElementsAre("0  SYNTAX_ERROR"));
}

TEST_F(ConfigurationFiles, ReadsJson) {
  EXPECT_THAT(Paths(PlanOfFile(olga(), R"( {"forms": [{"code": "site", "name": "Сайт"}]})")),
              ElementsAre("+ forms[\"site\"]"));
}

TEST_F(ConfigurationFiles, ReadsFilesAsEditorsWriteThem) {
  EXPECT_THAT(Paths(PlanOfFile(olga(), "\xEF\xBB\xBF# Сайт\r\nforms {\r\n\tcode: 'site' name: 'Сайт'\r\n}\r\n")),
              ElementsAre("+ forms[\"site\"]"));
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), "forms { code: \"site\"\nname: \"\\320\" }")),
              ElementsAre("2 forms[0].name NOT_UTF8"));
  const auto quoted = PlanOfFile(olga(), "forms { code: \"site\"\nname: «Сайт» }");
  ASSERT_EQ(quoted.problems_size(), 1);
  EXPECT_EQ(quoted.problems(0).line(), 2);
  EXPECT_THAT(quoted.problems(0).text(), HasSubstr("прямых кавычках"));
}

TEST_F(ConfigurationFiles, RefusesTwoDefaultsAndTwoOfOneKey) {
  const auto file = PipelineText("a", "default_for_inquiries: true\n") +
                    PipelineText("b", "default_for_inquiries: true\n") + PipelineText("b");
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), file)),
              ElementsAre("20 pipelines[2].key DUPLICATE_KEY", "17 pipelines[1].default_for_inquiries SECOND_DEFAULT"));
}

TEST_F(ConfigurationFiles, RefusesAPurposeThatInquiriesDoNotAllow) {
  const auto file = PipelineText("errands", "purpose: PURPOSE_ERRANDS default_for_inquiries: true\n") +
                    PipelineText("direct", "repeat_pipeline: \"warming\"\n") +
                    PipelineText("warming", "purpose: PURPOSE_WARMING\n") +
                    "forms { code: \"site\" name: \"Сайт\" pipeline: \"warming\" }";
  EXPECT_THAT(
      ProblemsOf(PlanOfFile(olga(), file)),
      ElementsAre("8 pipelines[0].purpose NOT_FOR_INQUIRIES", "17 pipelines[1].repeat_pipeline NOT_FOR_INQUIRIES",
                  "26 pipelines[2].purpose NOT_FOR_INQUIRIES", "28 forms[0].pipeline NOT_FOR_INQUIRIES"));
}

}  // namespace
}  // namespace voronka::testing
