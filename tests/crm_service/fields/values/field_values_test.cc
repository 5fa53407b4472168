#include "crm_service/fields/values/field_values.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "crm_service/fields/field_sets/system_fields.h"
#include "tests/crm_service/fields/field_set_samples.h"

namespace voronka::crm {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using v1::Field;

v1::FieldValue ValueOf(const std::string& text) {
  v1::FieldValue value;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &value)) << text;
  return value;
}

class Values : public ::testing::Test {
 protected:
  Values() {
    const std::map<std::string, Field::Kind> kinds = {
        {"text", Field::KIND_TEXT},     {"words", Field::KIND_MULTILINE_TEXT},
        {"number", Field::KIND_NUMBER}, {"money", Field::KIND_MONEY},
        {"date", Field::KIND_DATE},     {"time", Field::KIND_TIME},
        {"yes", Field::KIND_YES_NO},    {"user", Field::KIND_USER},
        {"phone", Field::KIND_PHONE},   {"email", Field::KIND_EMAIL},
        {"link", Field::KIND_LINK},     {"address", Field::KIND_ADDRESS},
    };
    for (const auto& [key, kind] : kinds) *set_.add_fields() = testing::OwnField(key, kind);
    *set_.add_fields() = testing::ShippingField();
    auto several = testing::ShippingField();
    several.set_key("several");
    several.set_kind(Field::KIND_CHOICES);
    *set_.add_fields() = several;
  }

  Field& field(const std::string& key) { return *std::ranges::find(*set_.mutable_fields(), key, &Field::key); }

  // Sets it; returns `REASON at path` of each violation.
  std::vector<std::string> Set(const std::string& key, const std::string& value) {
    auto after = values_;
    after[key] = ValueOf(value);
    rpc::Violations violations;
    Normalise(set_, values_, after, "fields", violations);
    std::vector<std::string> found;
    try {
      violations.ThrowIfAny();
      values_ = after;
    } catch (const rpc::Error& error) {
      for (const auto& violation : error.violations()) found.push_back(violation.reason + " at " + violation.field);
    }
    return found;
  }

  // What is stored then.
  std::string Stored(const std::string& key, const std::string& value) {
    EXPECT_THAT(Set(key, value), IsEmpty());
    return values_.contains(key) ? values_.at(key).ShortDebugString() : "nothing";
  }

  v1::FieldSet set_ = UsualFieldSet(v1::ENTITY_DEAL);
  FieldValues values_;
};

TEST_F(Values, AreOfTheKindOfTheirField) {
  EXPECT_EQ(Stored("text", "text: 'a'"), "text: \"a\"");
  EXPECT_EQ(Stored("number", "number: '012.50'"), "number: \"12.5\"");
  EXPECT_EQ(Stored("money", "money { minor: 5 currency: 'RUB' }"), "money { minor: 5 currency: \"RUB\" }");
  EXPECT_EQ(Stored("date", "date: '2028-02-29'"), "date: \"2028-02-29\"");
  EXPECT_EQ(Stored("time", "time { seconds: 5 }"), "time { seconds: 5 }");
  EXPECT_EQ(Stored("shipping", "choice: 'pickup'"), "choice: \"pickup\"");
  for (const char* key : {"text", "words", "phone", "email", "link", "address", "number", "date", "user", "shipping"}) {
    EXPECT_THAT(Set(key, "yes: true"), ElementsAre("WRONG_KIND at fields[\"" + std::string(key) + "\"]"));
  }
  EXPECT_THAT(Set("yes", "text: 'yes'"), ElementsAre("WRONG_KIND at fields[\"yes\"]"));
}

TEST_F(Values, AreAnswersEvenIfTheyAreNoAndNothing) {
  EXPECT_EQ(Stored("yes", "yes: false"), "yes: false");
  EXPECT_EQ(Stored("number", "number: '0'"), "number: \"0\"");
  EXPECT_EQ(Stored("money", "money { minor: 0 currency: 'RUB' }"), "money { currency: \"RUB\" }");
}

TEST_F(Values, ThatSayNothingAreNotStored) {
  Stored("text", "text: 'a'");
  EXPECT_EQ(Stored("text", "text: ' \\t'"), "nothing");
  EXPECT_EQ(Stored("number", "number: ''"), "nothing");
  EXPECT_EQ(Stored("several", "choices {}"), "nothing");
  EXPECT_EQ(Stored("user", "user_id: 0"), "nothing");
  EXPECT_EQ(Stored("date", ""), "nothing");
}

TEST_F(Values, OfSystemFieldsAndUnknownOnesAreRefused) {
  EXPECT_THAT(Set("amount", "number: '5'"), ElementsAre("UNKNOWN_FIELD at fields[\"amount\"]"));
  EXPECT_THAT(Set("nowhere", "text: 'a'"), ElementsAre("UNKNOWN_FIELD at fields[\"nowhere\"]"));
  EXPECT_THAT(Set("nowhere", ""), ElementsAre("UNKNOWN_FIELD at fields[\"nowhere\"]"));
}

TEST_F(Values, StayWithinTheBoundsOfTheField) {
  field("number").set_min("-1");
  field("number").set_max("9.5");
  field("text").set_max_length(2);
  EXPECT_THAT(Set("number", "number: '-1.000001'"), ElementsAre("OUT_OF_RANGE at fields[\"number\"]"));
  EXPECT_THAT(Set("number", "number: '9.6'"), ElementsAre("OUT_OF_RANGE at fields[\"number\"]"));
  EXPECT_THAT(Set("number", "number: '9.50'"), IsEmpty());
  EXPECT_THAT(Set("text", "text: 'яяя'"), ElementsAre("TOO_LONG at fields[\"text\"]"));
  EXPECT_THAT(Set("text", "text: 'яя'"), IsEmpty());
}

TEST_F(Values, OfLinesHaveOneLine) {
  EXPECT_THAT(Set("words", "text: 'a\\nb'"), IsEmpty());
  for (const char* key : {"text", "address"}) {
    EXPECT_THAT(Set(key, "text: 'a\\nb'"), ElementsAre("FORBIDDEN_CHARACTER at fields[\"" + std::string(key) + "\"]"));
  }
}

TEST_F(Values, OfLinksArePages) {
  EXPECT_EQ(Stored("link", "text: 'vk.com/ivan'"), "text: \"https://vk.com/ivan\"");
  EXPECT_EQ(Stored("link", "text: 'HTTP://example.com/a?b#c'"), "text: \"HTTP://example.com/a?b#c\"");
  for (const char* bad : {"javascript:alert(1)", "data:text/html,x", "https://", "ftp://example.com", "https://a b"}) {
    EXPECT_THAT(Set("link", "text: '" + std::string(bad) + "'"), ElementsAre("MALFORMED at fields[\"link\"]")) << bad;
  }
}

TEST_F(Values, OfPhonesAndAddressesOfMailAreSuch) {
  EXPECT_THAT(Set("phone", "text: '8 (495) 123-45-67'"), IsEmpty());
  EXPECT_THAT(Set("phone", "text: 'нет'"), ElementsAre("MALFORMED at fields[\"phone\"]"));
  EXPECT_THAT(Set("email", "text: 'petr@example.com'"), IsEmpty());
  EXPECT_THAT(Set("email", "text: 'petr'"), ElementsAre("MALFORMED at fields[\"email\"]"));
}

TEST_F(Values, OfChoicesAreInTheOrderOfTheDefinition) {
  EXPECT_EQ(Stored("several", "choices { keys: ['pickup', 'delivery', 'pickup'] }"),
            "choices { keys: \"delivery\" keys: \"pickup\" }");
  EXPECT_THAT(Set("several", "choices { keys: ['pickup', 'drone'] }"),
              ElementsAre("UNKNOWN_CHOICE at fields[\"several\"]"));
  EXPECT_THAT(Set("shipping", "choice: 'drone'"), ElementsAre("UNKNOWN_CHOICE at fields[\"shipping\"]"));
}

TEST_F(Values, KeepARetiredChoiceAndTakeItNowhereElse) {
  Stored("several", "choices { keys: ['pickup'] }");
  for (const char* key : {"shipping", "several"}) field(key).mutable_choices(1)->set_retired(true);
  EXPECT_THAT(Set("several", "choices { keys: ['delivery', 'pickup'] }"), IsEmpty());
  EXPECT_THAT(Set("shipping", "choice: 'pickup'"), ElementsAre("UNKNOWN_CHOICE at fields[\"shipping\"]"));
}

// A field may have been made stricter since.
TEST_F(Values, ThatStayAsTheyWereAreNotChecked) {
  Stored("text", "text: 'long'");
  field("text").set_max_length(2);
  EXPECT_THAT(Set("words", "text: 'b'"), IsEmpty());
  EXPECT_EQ(values_.at("text").text(), "long");
}

TEST_F(Values, OfRemovedFieldsStayWhateverIsReplaced) {
  Stored("text", "text: 'kept'");
  *set_.add_removed_fields() = field("text");
  auto& all = *set_.mutable_fields();
  all.erase(std::remove_if(all.begin(), all.end(), [](const Field& each) { return each.key() == "text"; }), all.end());
  FieldValues after;
  rpc::Violations violations;
  Normalise(set_, values_, after, "fields", violations);
  violations.ThrowIfAny();
  EXPECT_EQ(after.at("text").text(), "kept");
  EXPECT_THAT(Set("text", "text: 'new'"), ElementsAre("UNKNOWN_FIELD at fields[\"text\"]"));
}

TEST_F(Values, TakeNoMoreThanTheirShare) {
  for (int i = 0; i < 30; ++i)
    *set_.add_fields() = testing::OwnField("words" + std::to_string(i), Field::KIND_MULTILINE_TEXT);
  const std::string words = "text: '" + std::string(9'000, 'x') + "'";
  for (int i = 0; i < 29; ++i) ASSERT_THAT(Set("words" + std::to_string(i), words), IsEmpty());
  EXPECT_THAT(Set("words29", words), ElementsAre("TOO_LARGE at fields"));
}

TEST_F(Values, AreAllReportedAtOnce) {
  FieldValues after;
  after["number"] = ValueOf("text: 'x'");
  after["shipping"] = ValueOf("choice: 'drone'");
  rpc::Violations violations;
  Normalise(set_, {}, after, "deal.fields", violations);
  std::vector<std::string> found;
  try {
    violations.ThrowIfAny();
  } catch (const rpc::Error& error) {
    for (const auto& violation : error.violations()) found.push_back(violation.reason + " at " + violation.field);
  }
  EXPECT_THAT(found, UnorderedElementsAre("WRONG_KIND at deal.fields[\"number\"]",
                                          "UNKNOWN_CHOICE at deal.fields[\"shipping\"]"));
}

TEST_F(Values, NameTheUsersThatAreNew) {
  FieldValues before;
  before["user"].set_user_id(3);
  auto after = before;
  after["head"].set_user_id(4);
  EXPECT_THAT(NewUsersIn(before, after, "fields"), ElementsAre(::testing::Pair("fields[\"head\"]", 4)));
}

}  // namespace
}  // namespace voronka::crm
