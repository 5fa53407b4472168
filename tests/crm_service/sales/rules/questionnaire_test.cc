#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crm_service/sales/rules/breach_words.h"
#include "crm_service/sales/rules/rule_check.h"
#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using crm::v1::Contact;
using crm::v1::Deal;
using crm::v1::Pipeline;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// On `talks` one asks where the client lives, how the goods are shipped and then where to, and, if one likes, why they
// came.
Pipeline AskingPipeline() {
  return Parsed<Pipeline>(R"(
    key: "sales"
    stages { key: "new" name: "Новая" kind: KIND_OPEN position: 1 }
    stages { key: "talks" name: "Переговоры" kind: KIND_OPEN position: 2
      questionnaire {
        questions { key: "city" text: "С какого вы города?" field: "contact.city" required: true }
        questions { key: "shipping" text: "Как забираете?" field: "deal.shipping" required: true }
        questions { key: "address" text: "Куда привезти?" field: "deal.place" required: true condition {
          comparison { field: "deal.shipping" operator: OPERATOR_ONE_OF values { choice: "delivery" } } } }
        questions { key: "shop" text: "Из какого магазина?" field: "deal.place" required: true condition {
          comparison { field: "deal.shipping" operator: OPERATOR_ONE_OF values { choice: "pickup" } } } }
        questions { key: "why" text: "Почему мы?" field: "deal.why" } }
      rules { key: "answered" binding: BINDING_LEAVE questionnaire {} } }
    stages { key: "sent" name: "Отправили" kind: KIND_OPEN position: 3 }
  )");
}

class AnswersAsked : public ::testing::Test {
 protected:
  // What a move to `sent` finds missing.
  std::vector<std::string> Missing(const std::string& from = "talks") const {
    const auto& left = pipeline_.stages(from == "talks" ? 1 : 0);
    const std::string silence;
    const crm::Mover mover{options::v1::ROLE_MANAGER, silence, "comment"};
    const crm::Way way{&left, pipeline_.key(), pipeline_, pipeline_.stages(2)};
    const auto breaches = crm::BreachesOf(crm::RulesOf(way), {.deal = deal_, .contact = Client()}, way, mover);
    rpc::Violations violations;
    crm::AddBreaches(breaches, {}, mover, violations);
    std::vector<std::string> missing;
    for (const auto& violation : violations.all()) {
      missing.push_back(violation.reason + " at " + violation.field + ": " + violation.text.ru);
    }
    return missing;
  }
  // The answers that a change of the deal takes away, where the rule is about changes.
  std::vector<std::string> TakenAway(const Deal& after) const {
    const crm::BindingRule rule{&pipeline_.stages(1), &pipeline_.stages(1).rules(0)};
    std::vector<std::string> fields;
    const crm::Facts then{.deal = deal_, .contact = Client()};
    const crm::Facts now{.deal = after, .contact = Client()};
    for (const auto& breach : crm::BreachesOfChange({&rule, 1}, then, now)) fields.push_back(breach.field);
    return fields;
  }
  const Contact* Client() const { return deal_.contact_id() == 0 ? nullptr : &contact_; }
  void Answer(const std::string& key, const std::string& text) { (*deal_.mutable_fields())[key].set_text(text); }
  void Ship(const std::string& way) { (*deal_.mutable_fields())["shipping"].set_choice(way); }
  void LivesIn(const std::string& city) { (*contact_.mutable_fields())["city"].set_text(city); }

  Pipeline pipeline_ = AskingPipeline();
  Deal deal_ = Parsed<Deal>(R"(pipeline: "sales" stage: "talks" contact_id: 7)");
  Contact contact_;
};

const std::string kNoCity = "FIELD_REQUIRED at contact.fields[\"city\"]: Ответьте на вопрос «С какого вы города?».";

TEST_F(AnswersAsked, AreThoseOfTheRequiredQuestionsEachAtItsField) {
  EXPECT_THAT(Missing(), ElementsAre(kNoCity,
                                     "FIELD_REQUIRED at deal.fields[\"shipping\"]: "
                                     "Ответьте на вопрос «Как забираете?»."));
}

TEST_F(AnswersAsked, OpenBranches) {
  LivesIn("Омск");
  Ship("delivery");
  EXPECT_THAT(Missing(), ElementsAre("FIELD_REQUIRED at deal.fields[\"place\"]: Ответьте на вопрос «Куда привезти?»."));
  Ship("pickup");
  EXPECT_THAT(Missing(),
              ElementsAre("FIELD_REQUIRED at deal.fields[\"place\"]: Ответьте на вопрос «Из какого магазина?»."));
  Answer("place", "Ленина, 1");
  EXPECT_THAT(Missing(), IsEmpty());
}

TEST_F(AnswersAsked, MayBeZeroAndNo) {
  pipeline_.mutable_stages(1)->mutable_questionnaire()->clear_questions();
  for (const std::string field : {"deal.floors", "deal.lift", "deal.amount"}) {
    auto& question = *pipeline_.mutable_stages(1)->mutable_questionnaire()->add_questions();
    question.set_key(field.substr(5));
    question.set_field(field);
    question.set_required(true);
  }
  EXPECT_EQ(Missing().size(), 3U);
  deal_.MergeFrom(Parsed<Deal>(R"(
    amount { minor: 0 currency: "RUB" }
    fields { key: "floors" value { number: "0" } } fields { key: "lift" value { yes: false } })"));
  EXPECT_THAT(Missing(), IsEmpty());
}

TEST_F(AnswersAsked, AreMissingWhereNobodyIsToAnswer) {
  LivesIn("Омск");
  Ship("pickup");
  Answer("place", "На Ленина");
  deal_.clear_contact_id();
  EXPECT_THAT(Missing(), ElementsAre(kNoCity));
}

TEST_F(AnswersAsked, AreAskedOfWhoPassesByToo) { EXPECT_EQ(Missing("new"), Missing()); }

TEST_F(AnswersAsked, AreAskedForInTheWordsOfTheRule) {
  pipeline_.mutable_stages(1)->mutable_rules(0)->set_text("Сначала портрет!");
  Ship("pickup");
  Answer("place", "На Ленина");
  EXPECT_THAT(Missing(), ElementsAre("FIELD_REQUIRED at contact.fields[\"city\"]: Сначала портрет!"));
}

// Both ask for one field: it is said once.
TEST_F(AnswersAsked, AreSaidOnceForEachField) {
  auto& questions = *pipeline_.mutable_stages(1)->mutable_questionnaire()->mutable_questions();
  *questions.Add() = questions[0];
  questions.rbegin()->set_key("city_again");
  Ship("pickup");
  Answer("place", "На Ленина");
  EXPECT_THAT(Missing(), ElementsAre(kNoCity));
}

TEST_F(AnswersAsked, CannotBeTakenAway) {
  Ship("delivery");
  Answer("place", "Ленина, 1");
  auto after = deal_;
  after.mutable_fields()->erase("place");
  EXPECT_THAT(TakenAway(after), ElementsAre("deal.place"));
  after = deal_;
  after.mutable_fields()->erase("shipping");
  EXPECT_THAT(TakenAway(after), ElementsAre("deal.shipping"));
}

// The other question asks for what the first did not know either.
TEST_F(AnswersAsked, AreNotTakenAwayByAnotherWordingOfTheQuestion) {
  Ship("delivery");
  auto after = deal_;
  (*after.mutable_fields())["shipping"].set_choice("pickup");
  EXPECT_THAT(TakenAway(after), IsEmpty());
}

}  // namespace
}  // namespace voronka::testing
