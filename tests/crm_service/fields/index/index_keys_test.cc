#include "crm_service/fields/index/index_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/fields/field_set_samples.h"
#include "tests/support/parsed.h"

namespace voronka::crm {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using v1::Field;

std::set<std::string> KeysOf(Field::Kind kind, const std::string& value) {
  return IndexKeys(testing::OwnField("field", kind), testing::Parsed<v1::FieldValue>(value));
}

TEST(IndexKeys, AreTheSameForTextsThatPeopleReadAlike) {
  EXPECT_THAT(KeysOf(Field::KIND_TEXT, R"(text: " Дом  НА\u00a0опушке ")"), ElementsAre("дом на опушке"));
  EXPECT_EQ(KeysOf(Field::KIND_EMAIL, R"(text: "Anna@Mail.Test")"),
            KeysOf(Field::KIND_EMAIL, R"(text: "anna@mail.test")"));
  EXPECT_NE(KeysOf(Field::KIND_TEXT, R"(text: "дом 1")"), KeysOf(Field::KIND_TEXT, R"(text: "дом 11")"));
}

TEST(IndexKeys, OfPhonesAreTheirDigits) {
  EXPECT_EQ(KeysOf(Field::KIND_PHONE, R"(text: "8 (916) 123-45-67")"),
            KeysOf(Field::KIND_PHONE, R"(text: "+79161234567")"));
  EXPECT_THAT(KeysOf(Field::KIND_PHONE, R"(text: "8 800")"), ElementsAre("8800"));
}

TEST(IndexKeys, OfNumbersAreWhatTheyAre) {
  EXPECT_EQ(KeysOf(Field::KIND_NUMBER, R"(number: "007.50")"), KeysOf(Field::KIND_NUMBER, R"(number: "7.5")"));
  EXPECT_THAT(KeysOf(Field::KIND_NUMBER, R"(number: "0")"), ElementsAre("0"));
}

TEST(IndexKeys, TellNoFromNoAnswer) {
  EXPECT_THAT(KeysOf(Field::KIND_YES_NO, "yes: false"), ElementsAre("no"));
  EXPECT_THAT(KeysOf(Field::KIND_YES_NO, ""), IsEmpty());
}

TEST(IndexKeys, OfSeveralChoicesAreOneForEach) {
  EXPECT_THAT(KeysOf(Field::KIND_CHOICES, R"(choices { keys: "pickup" keys: "delivery" })"),
              ElementsAre("delivery", "pickup"));
}

TEST(IndexKeys, OfLongTextsAreShortAndDiffer) {
  const std::string text(9'000, 'a');
  const auto keys = KeysOf(Field::KIND_TEXT, "text: \"" + text + "\"");
  EXPECT_LE(keys.begin()->size(), 200U);
  EXPECT_NE(keys, KeysOf(Field::KIND_TEXT, "text: \"" + text + "b\""));
}

TEST(NumberOfAKey, IsWhatAColumnCanHold) {
  for (const std::string key : {"0", "-3", "9.5", "007", "123456789012345.123456"}) EXPECT_EQ(NumberOf(key), key);
  for (const std::string key : {"", "-", "+7", "1e3", "9.", ".5", "7 ", "1234567890123456", "0.1234567", "девять"}) {
    EXPECT_FALSE(NumberOf(key)) << key;
  }
}

TEST(IndexKeys, OfAnotherKindAreNone) { EXPECT_THAT(KeysOf(Field::KIND_NUMBER, R"(text: "7")"), IsEmpty()); }

}  // namespace
}  // namespace voronka::crm
