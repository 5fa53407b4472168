#include "crm_service/sales/rules/condition.h"

#include <gtest/gtest.h>

#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using crm::v1::Condition;
using crm::v1::Contact;
using crm::v1::Deal;

const Deal kDeal = Parsed<Deal>(R"(
  name: "Стулья"
  amount { minor: 0 currency: "RUB" }
  fields { key: "shipping" value { choice: "pickup" } }
  fields { key: "goods" value { choices { keys: ["chairs", "tables"] } } }
  fields { key: "seats" value { number: "12.0" } }
  fields { key: "urgent" value { yes: false } }
  fields { key: "delivery_day" value { date: "2026-12-31" } }
)");
const Contact kContact = Parsed<Contact>(R"(name: "Пётр" phones: "+79161234567" phones: "+74951234567")");

bool Holds(const std::string& condition) { return crm::IsTrue(Parsed<Condition>(condition), {kDeal, &kContact}); }

bool Compares(const std::string& field, const std::string& comparison) {
  return Holds("comparison { field: '" + field + "' operator: OPERATOR_" + comparison + " }");
}

TEST(Condition, TakesZeroAndNoForAnswers) {
  EXPECT_TRUE(Compares("deal.amount", "FILLED"));
  EXPECT_TRUE(Compares("deal.urgent", "FILLED"));
  EXPECT_FALSE(Compares("deal.amount", "BLANK"));
}

TEST(Condition, FindsWhatIsBlank) {
  EXPECT_TRUE(Compares("deal.requirements", "BLANK"));
  EXPECT_TRUE(Compares("deal.contact_id", "BLANK"));
  EXPECT_TRUE(Compares("contact.emails", "BLANK"));
  EXPECT_FALSE(crm::IsTrue(Parsed<Condition>("comparison { field: 'contact.name' operator: OPERATOR_FILLED }"),
                           {kDeal, nullptr}));
}

TEST(Condition, ComparesChoices) {
  EXPECT_TRUE(Compares("deal.shipping", "ONE_OF values { choice: 'delivery' } values { choice: 'pickup' }"));
  EXPECT_FALSE(Compares("deal.shipping", "NONE_OF values { choice: 'pickup' }"));
  EXPECT_TRUE(Compares("deal.goods", "ONE_OF values { choice: 'tables' }"));
  EXPECT_FALSE(Compares("deal.goods", "ONE_OF values { choice: 'beds' }"));
}

TEST(Condition, IsNeitherMoreNorLessNorOneOfWhereNothingIsSaid) {
  EXPECT_FALSE(Compares("deal.weight", "LESS values { number: '1' }"));
  EXPECT_FALSE(Compares("deal.weight", "MORE values { number: '1' }"));
  EXPECT_FALSE(Compares("deal.weight", "ONE_OF values { number: '1' }"));
  EXPECT_TRUE(Compares("deal.weight", "NONE_OF values { number: '1' }"));
}

TEST(Condition, ComparesWhatHasAnOrder) {
  EXPECT_TRUE(Compares("deal.seats", "ONE_OF values { number: '12' }"));
  EXPECT_TRUE(Compares("deal.seats", "MORE values { number: '9' }"));
  EXPECT_FALSE(Compares("deal.seats", "MORE values { number: '12' }"));
  EXPECT_TRUE(Compares("deal.delivery_day", "LESS values { date: '2027-01-01' }"));
  EXPECT_TRUE(Compares("deal.amount", "LESS values { money { minor: 1 currency: 'RUB' } }"));
  EXPECT_FALSE(Compares("deal.amount", "LESS values { money { minor: 1 currency: 'USD' } }"));
}

TEST(Condition, FindsTextWhateverItsCase) {
  EXPECT_TRUE(Compares("deal.name", "CONTAINS values { text: 'СТУЛ' }"));
  EXPECT_FALSE(Compares("deal.name", "CONTAINS values { text: 'стол' }"));
  EXPECT_TRUE(Compares("contact.phones", "CONTAINS values { text: '495' }"));
}

TEST(Condition, JoinsConditions) {
  const std::string yes = "conditions { comparison { field: 'deal.name' operator: OPERATOR_FILLED } }";
  const std::string no = "conditions { comparison { field: 'deal.name' operator: OPERATOR_BLANK } }";
  EXPECT_TRUE(Holds("all { " + yes + yes + " }"));
  EXPECT_FALSE(Holds("all { " + yes + no + " }"));
  EXPECT_TRUE(Holds("any { " + no + yes + " }"));
  EXPECT_FALSE(Holds("any { " + no + no + " }"));
  EXPECT_TRUE(Holds("negation { any { " + no + " } }"));
}

}  // namespace
}  // namespace voronka::testing
