#include "crm_service/configuration/comparison/differences.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "tests/crm_service/configuration/configurations.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Configuration Read(const std::string& text) {
  Configuration configuration;
  if (!google::protobuf::TextFormat::ParseFromString(text, &configuration)) throw std::logic_error("a wrong text");
  return configuration;
}

std::vector<ConfigurationDifference> Between(const std::string& before, const std::string& after) {
  return crm::Differences(Read(before), Read(after));
}

const std::string kShop = R"(pipelines { key: "a" name: "Продажи"
  stages { key: "new" name: "Новая" rules { key: "r" fields { fields: "deal.amount" } } }
  stages { key: "talks" name: "Переговоры" } }
forms { code: "site" field_map { key: "имя" value: "client_name" } allowed_origins: "https://a.example" })";

std::string Replace(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

TEST(DifferencesOfQueues, AreToldByTheirStage) {
  const auto differences = Between(kShop + std::string("queues { pipeline: \"a\" stage: \"talks\" }\n"),
                                   kShop + std::string("queues { pipeline: \"a\" stage: \"talks\" paused: true }\n"));
  ASSERT_EQ(differences.size(), 1);
  EXPECT_EQ(differences[0].path(), "queues[\"a/talks\"].paused");
  EXPECT_THAT(differences[0].names(), ElementsAre("Продажи: Переговоры"));
}

TEST(Differences, AreNoneBetweenTheSame) { EXPECT_THAT(Between(kShop, kShop), IsEmpty()); }

TEST(Differences, NameTheThingsOnTheWay) {
  const auto differences = Between(kShop, Replace(kShop, "Переговоры", "Торг"));
  ASSERT_EQ(differences.size(), 1);
  EXPECT_EQ(differences[0].kind(), ConfigurationDifference::KIND_CHANGED);
  EXPECT_EQ(differences[0].path(), "pipelines[\"a\"].stages[\"talks\"].name");
  EXPECT_THAT(differences[0].names(), ElementsAre("Продажи", "Торг"));
  EXPECT_EQ(differences[0].before(), "Переговоры");
  EXPECT_EQ(differences[0].after(), "Торг");
}

TEST(Differences, CallAnItemOfAChecklistByItsText) {
  const auto file = [](const std::string& text) {
    return R"(pipelines { key: "a" name: "Продажи" stages { key: "new" name: "Новая"
      checklist { key: "ready" text: ")" +
           text + R"(" }
      rules { key: "ticked" text: "Отметьте всё" checklist {} } } })";
  };
  const auto differences = Between(file("Заказ готов"), file("Сообщить, что заказ готов"));
  ASSERT_EQ(differences.size(), 1);
  EXPECT_EQ(differences[0].path(), "pipelines[\"a\"].stages[\"new\"].checklist[\"ready\"].text");
  EXPECT_THAT(differences[0].names(), ElementsAre("Продажи", "Новая", "Сообщить, что заказ готов"));
  const auto without_text = Between(file("Заказ готов"), Replace(file("Заказ готов"), "Отметьте всё", ""));
  ASSERT_EQ(without_text.size(), 1);
  EXPECT_THAT(without_text[0].names(), ElementsAre("Продажи", "Новая", "ticked"));
}

// A questionnaire is told question by question, as a stage is rule by rule.
TEST(Differences, AreOfTheQuestionsOfAQuestionnaire) {
  const auto file = [](const std::string& questionnaire) {
    return R"(pipelines { key: "a" name: "Продажи" stages { key: "new" name: "Новая" )" + questionnaire + " } }";
  };
  const auto asking = file(R"(questionnaire { title: "Портрет"
    questions { key: "city" text: "Откуда вы?" field: "contact.city" }
    questions { key: "sum" text: "Сколько?" field: "deal.amount" }
    verdicts { key: "ours" name: "Целевой" } })");
  const std::string there = "pipelines[\"a\"].stages[\"new\"].questionnaire";
  const auto reworded = Between(asking, Replace(asking, "Сколько?", "Какой бюджет?"));
  ASSERT_EQ(reworded.size(), 1);
  EXPECT_EQ(reworded[0].path(), there + ".questions[\"sum\"].text");
  EXPECT_THAT(reworded[0].names(), ElementsAre("Продажи", "Новая", "Какой бюджет?"));
  const auto retitled = Between(asking, Replace(asking, "Портрет", "Опрос"));
  ASSERT_EQ(retitled.size(), 1);
  EXPECT_EQ(retitled[0].path(), there + ".title");
  const auto added = Between(file(""), asking);
  ASSERT_EQ(added.size(), 4);
  EXPECT_EQ(added[1].kind(), ConfigurationDifference::KIND_ADDED);
  EXPECT_EQ(added[1].path(), there + ".questions[\"city\"]");
  EXPECT_THAT(added[3].names(), ElementsAre("Продажи", "Новая", "Целевой"));
}

TEST(Differences, TellWhatIsAddedAsAWhole) {
  const auto differences = Between("", kShop);
  ASSERT_EQ(differences.size(), 2);
  EXPECT_EQ(differences[0].kind(), ConfigurationDifference::KIND_ADDED);
  EXPECT_EQ(differences[0].path(), "pipelines[\"a\"]");
  EXPECT_EQ(Read("pipelines {" + differences[0].after() + "}").pipelines(0).stages_size(), 2);
  EXPECT_EQ(Between(kShop, "")[1].kind(), ConfigurationDifference::KIND_REMOVED);
}

TEST(Differences, TellAnotherOrder) {
  const auto swapped = R"(pipelines { key: "a" name: "Продажи" stages { key: "talks" name: "Переговоры" }
    stages { key: "new" name: "Новая" rules { key: "r" fields { fields: "deal.amount" } } } }
forms { code: "site" field_map { key: "имя" value: "client_name" } allowed_origins: "https://a.example" })";
  const auto differences = Between(kShop, swapped);
  ASSERT_EQ(differences.size(), 1);
  EXPECT_EQ(differences[0].kind(), ConfigurationDifference::KIND_REORDERED);
  EXPECT_EQ(differences[0].before(), "new, talks");
  EXPECT_EQ(differences[0].after(), "talks, new");
}

TEST(Differences, CompareWhatHasNoKeyAsAWhole) {
  const auto rule = Between(kShop, Replace(kShop, "\"deal.amount\"", "\"deal.amount\" fields: \"deal.name\""));
  ASSERT_EQ(rule.size(), 1);
  EXPECT_EQ(rule[0].path(), "pipelines[\"a\"].stages[\"new\"].rules[\"r\"].fields");
  EXPECT_EQ(rule[0].after(), "fields: \"deal.amount\"\nfields: \"deal.name\"");
  const auto origins =
      Between(kShop, Replace(kShop, "\"https://a.example\"", "[\"https://a.example\", \"https://b.example\"]"));
  ASSERT_EQ(origins.size(), 1);
  EXPECT_EQ(origins[0].after(), "https://a.example\nhttps://b.example");
  EXPECT_EQ(Between(kShop, Replace(kShop, "client_name", "text"))[0].path(), "forms[\"site\"].field_map");
}

TEST(Differences, TellAMessageThatSaysNothingFromNone) {
  const auto comment = Between(kShop, Replace(kShop, "fields { fields: \"deal.amount\" }", "comment { }"));
  ASSERT_EQ(comment.size(), 2);
  EXPECT_EQ(comment[1].path(), "pipelines[\"a\"].stages[\"new\"].rules[\"r\"].comment");
  EXPECT_EQ(comment[1].after(), "{}");
}

}  // namespace
}  // namespace voronka::testing
