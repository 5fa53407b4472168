#include "foundation/rpc/requests/validation.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "note_service.pb.h"
#include "sheet.pb.h"

namespace voronka::rpc {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// `REASON at path` of each violation.
template <class Request>
std::vector<std::string> ViolationsIn(const std::string& text) {
  Request request;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &request)) << text;
  Violations violations;
  Validate(request, violations);
  std::vector<std::string> found;
  for (const auto& violation : violations.all()) found.push_back(violation.reason + " at " + violation.field);
  return found;
}

// Violations of a sheet that is valid but for these fields.
std::vector<std::string> In(const std::string& fields) {
  return ViolationsIn<notes::v1::Sheet>("title: 'Plan' " + fields);
}

std::string Times(int count, const std::string& text) {
  std::string repeated;
  for (int i = 0; i < count; ++i) repeated += text;
  return repeated;
}

TEST(Validation, AcceptsAValidMessage) { EXPECT_THAT(In(""), IsEmpty()); }

TEST(Validation, RequiresAText) { EXPECT_THAT(ViolationsIn<notes::v1::Sheet>(""), ElementsAre("REQUIRED at title")); }

TEST(Validation, TakesBlanksForNoAnswer) {
  for (const std::string blanks : {"  ", "\t", "\u00A0\u00A0", "\u200B", "\u200B\u200B \u2060", "\u2800", "\u3164",
                                   "\u115F\uFFA0", "\u00AD\uFEFF", "\u180E\uFE0F"}) {
    EXPECT_THAT(ViolationsIn<notes::v1::Sheet>("title: '" + blanks + "'"), ElementsAre("REQUIRED at title")) << blanks;
  }
}

TEST(Validation, TakesATextBetweenBlanksForAnAnswer) {
  EXPECT_THAT(ViolationsIn<notes::v1::Sheet>("title: ' \u200Bя '"), IsEmpty());
}

TEST(Validation, RefusesBlanksInARequiredFieldOfAPartialResource) {
  EXPECT_THAT(ViolationsIn<notes::v1::UpdateSheetRequest>("sheet { title: '\u200B\u200B' }"),
              ElementsAre("REQUIRED at sheet.title"));
}

TEST(Validation, AllowsBlanksWhereNothingIsRequired) { EXPECT_THAT(In("body: ' \\n\u200B'"), IsEmpty()); }

TEST(Validation, RequiresAMessage) {
  EXPECT_THAT(ViolationsIn<notes::v1::UpdateSheetRequest>(""), ElementsAre("REQUIRED at sheet"));
}

TEST(Validation, ReportsAllViolationsAtOnce) {
  EXPECT_THAT(ViolationsIn<notes::v1::Sheet>("weight: 6 colour: 9 stamp: '12345'"),
              UnorderedElementsAre("REQUIRED at title", "OUT_OF_RANGE at weight", "UNKNOWN_VALUE at colour",
                                   "TOO_LONG at stamp"));
}

TEST(Validation, IgnoresOutputOnlyFields) { EXPECT_THAT(In("id: -1"), IsEmpty()); }

TEST(Validation, RefusesATextThatIsTooShort) {
  EXPECT_THAT(ViolationsIn<notes::v1::Sheet>("title: 'x'"), ElementsAre("TOO_SHORT at title"));
}

TEST(Validation, MeasuresTextInCodePoints) {
  EXPECT_THAT(ViolationsIn<notes::v1::Sheet>("title: '" + Times(10, "ё") + "'"), IsEmpty());
  EXPECT_THAT(ViolationsIn<notes::v1::Sheet>("title: '" + Times(11, "ё") + "'"), ElementsAre("TOO_LONG at title"));
}

TEST(Validation, MeasuresBytesInBytes) {
  EXPECT_THAT(In("stamp: '\\377\\000\\001\\002'"), IsEmpty());
  EXPECT_THAT(In("stamp: '12345'"), ElementsAre("TOO_LONG at stamp"));
}

TEST(Validation, RefusesControlCharacters) {
  for (const std::string character : {"\\000", "\\001", "\\033", "\\177", "\\302\\205", "\\n", "\\t"}) {
    EXPECT_THAT(ViolationsIn<notes::v1::Sheet>("title: 'a" + character + "b'"),
                ElementsAre("FORBIDDEN_CHARACTER at title"))
        << character;
  }
}

TEST(Validation, DistinguishesControlCharactersFromLettersWithTheSameBytes) {
  EXPECT_THAT(ViolationsIn<notes::v1::Sheet>("title: 'ЅА«»№Ђ'"), IsEmpty());
}

TEST(Validation, AllowsLineBreaksInMultilineText) {
  EXPECT_THAT(In("body: 'one\\r\\n\\ttwo'"), IsEmpty());
  EXPECT_THAT(In("body: 'one\\000two'"), ElementsAre("FORBIDDEN_CHARACTER at body"));
}

TEST(Validation, HasInclusiveNumericBounds) {
  EXPECT_THAT(In("weight: -5"), IsEmpty());
  EXPECT_THAT(In("weight: 5"), IsEmpty());
  EXPECT_THAT(In("weight: -6"), ElementsAre("OUT_OF_RANGE at weight"));
  EXPECT_THAT(In("weight: 6"), ElementsAre("OUT_OF_RANGE at weight"));
  EXPECT_THAT(In("weight: -9223372036854775808"), ElementsAre("OUT_OF_RANGE at weight"));
}

TEST(Validation, RefusesAnUnsignedNumberBeyondTheSignedRange) {
  EXPECT_THAT(In("size: 9"), IsEmpty());
  EXPECT_THAT(In("size: 18446744073709551615"), ElementsAre("OUT_OF_RANGE at size"));
}

TEST(Validation, ChecksAnOptionalNumberSetToZero) {
  EXPECT_THAT(In("rank: 1"), IsEmpty());
  EXPECT_THAT(In("rank: 0"), ElementsAre("OUT_OF_RANGE at rank"));
}

TEST(Validation, AllowsClearingAnOptionalText) {
  EXPECT_THAT(In("nickname: ''"), IsEmpty());
  EXPECT_THAT(In("nickname: 'x'"), ElementsAre("TOO_SHORT at nickname"));
  EXPECT_THAT(In("nickname: 'XX'"), ElementsAre("MALFORMED at nickname"));
}

TEST(Validation, MatchesAPatternAgainstTheWholeText) {
  EXPECT_THAT(In("key: 'new_2'"), IsEmpty());
  EXPECT_THAT(In("key: 'new 2'"), ElementsAre("MALFORMED at key"));
}

// The Russian text of the only violation.
std::string TextFor(const std::string& fields) {
  notes::v1::Formats formats;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(fields, &formats)) << fields;
  Violations violations;
  Validate(formats, violations);
  return violations.all().size() == 1 ? violations.all().front().text.ru : "";
}

TEST(Validation, SaysWhatToCheckInAMalformedText) {
  EXPECT_EQ(TextFor("phone: 'нет'"), "Проверьте номер.");
  EXPECT_EQ(TextFor("email: 'ирина'"), "Проверьте адрес почты.");
  EXPECT_EQ(TextFor("key: 'new 2'"), "Нужны строчные латинские буквы, цифры и подчёркивания, первой — буква.");
  EXPECT_EQ(TextFor("key_or_id: 'new 2'"), "Неверный формат значения.");
}

TEST(Validation, RefusesAnUnknownEnumValue) {
  EXPECT_THAT(In("colour: COLOUR_RED"), IsEmpty());
  EXPECT_THAT(In("colour: 77"), ElementsAre("UNKNOWN_VALUE at colour"));
  EXPECT_THAT(In("colours: [COLOUR_RED, 77]"), ElementsAre("UNKNOWN_VALUE at colours[1]"));
}

TEST(Validation, RefusesAChoiceThatIsNotForThisField) {
  EXPECT_THAT(In("colour: COLOUR_BLUE ink: COLOUR_RED"), IsEmpty());
  EXPECT_THAT(In("ink: COLOUR_BLUE"), ElementsAre("UNKNOWN_VALUE at ink"));
}

TEST(Validation, HasNanosecondBoundsForDurations) {
  EXPECT_THAT(In("lasts { seconds: 60 }"), IsEmpty());
  EXPECT_THAT(In("lasts { seconds: 60 nanos: 1 }"), ElementsAre("OUT_OF_RANGE at lasts"));
  EXPECT_THAT(In("lasts { nanos: -1 }"), ElementsAre("OUT_OF_RANGE at lasts"));
}

TEST(Validation, RefusesAnInconsistentDuration) {
  for (const std::string duration : {"seconds: 1 nanos: -1", "nanos: 1000000000", "nanos: -1000000000"}) {
    EXPECT_THAT(In("lasts { " + duration + " }"), ElementsAre("OUT_OF_RANGE at lasts")) << duration;
  }
}

TEST(Validation, RefusesAnImpossibleDurationWithoutBounds) {
  EXPECT_THAT(ViolationsIn<notes::v1::Unbounded>("span { seconds: 1 nanos: -1 }"), ElementsAre("OUT_OF_RANGE at span"));
}

TEST(Validation, AcceptsTimestampsFrom1970To9999InEveryTimeZone) {
  EXPECT_THAT(In("due { seconds: 0 }"), IsEmpty());
  // 9999-12-31T09:59:59Z: a second later it is the year 10000 at UTC+14.
  EXPECT_THAT(In("due { seconds: 253402250399 nanos: 999999999 }"), IsEmpty());
  for (const std::string instant : {"seconds: -1", "seconds: 253402250400", "nanos: -1", "nanos: 1000000000"}) {
    EXPECT_THAT(In("due { " + instant + " }"), ElementsAre("OUT_OF_RANGE at due")) << instant;
  }
}

TEST(Validation, CountsTheItemsOfAList) {
  EXPECT_THAT(In("phones: ['1', '2']"), IsEmpty());
  EXPECT_THAT(In("phones: ['1', '2', '3']"), ElementsAre("TOO_MANY at phones"));
}

TEST(Validation, ChecksEachItemOfAList) {
  EXPECT_THAT(In("phones: ['+7 (916) 123-45-67', 'nobody']"), ElementsAre("MALFORMED at phones[1]"));
  EXPECT_THAT(In("phones: ['1', '']"), ElementsAre("MALFORMED at phones[1]"));
}

TEST(Validation, RefusesZeroInAListOfIds) {
  EXPECT_THAT(In("members: [1, 9007199254740991]"), IsEmpty());
  EXPECT_THAT(In("members: [1, 0]"), ElementsAre("OUT_OF_RANGE at members[1]"));
}

TEST(Validation, ChecksKeysAndValuesOfAMap) {
  EXPECT_THAT(In("sent { key: 'город' value: 'Пермь' }"), IsEmpty());
  EXPECT_THAT(In("sent { key: 'city' value: 'too long' }"), ElementsAre("TOO_LONG at sent[\"city\"]"));
  EXPECT_THAT(In("sent { key: 'too long' value: 'x' }"), ElementsAre("TOO_LONG at sent[key]"));
  EXPECT_THAT(In("sent { key: 'a' } sent { key: 'b' } sent { key: 'c' }"), ElementsAre("TOO_MANY at sent"));
}

TEST(Validation, OmitsALongMapKey) {
  EXPECT_THAT(In("sent { key: '" + Times(200, "x") + "' value: 'too long' }"),
              ElementsAre("TOO_LONG at sent[key]", "TOO_LONG at sent[]"));
}

TEST(Validation, ChecksNestedMessages) {
  EXPECT_THAT(In("price { minor: 5 currency: 'RUB' }"), IsEmpty());
  EXPECT_THAT(In("price { minor: 101 }"), ElementsAre("OUT_OF_RANGE at price.minor", "REQUIRED at price.currency"));
  EXPECT_THAT(In("prices { currency: 'RUB' } prices { currency: 'rub' }"),
              ElementsAre("MALFORMED at prices[1].currency"));
}

TEST(Validation, RequiresNothingInAPartialResource) {
  EXPECT_THAT(ViolationsIn<notes::v1::UpdateSheetRequest>("sheet { weight: 1 }"), IsEmpty());
}

TEST(Validation, ChecksTheFieldsOfAPartialResource) {
  EXPECT_THAT(ViolationsIn<notes::v1::UpdateSheetRequest>("sheet { weight: 6 price { minor: 1 } }"),
              ElementsAre("OUT_OF_RANGE at sheet.weight", "REQUIRED at sheet.price.currency"));
}

TEST(Validation, UsesTheCallersLanguage) {
  Violations violations;
  Validate(notes::v1::Sheet(), violations);
  EXPECT_EQ(violations.all().at(0).text.en, "A value is required.");
  EXPECT_EQ(violations.all().at(0).text.ru, "Нужно значение.");
}

struct FormatCase {
  std::string field;
  std::vector<std::string> right;
  std::vector<std::string> wrong;
};

class ValidationOfFormats : public ::testing::TestWithParam<FormatCase> {};

TEST_P(ValidationOfFormats, AcceptsValidAndRefusesInvalidValues) {
  const auto& [field, right, wrong] = GetParam();
  const auto in = [&field = field](const std::string& value) {
    return ViolationsIn<notes::v1::Formats>(field + ": " + value);
  };
  for (const auto& value : right) EXPECT_THAT(in(value), IsEmpty()) << value;
  for (const auto& value : wrong) EXPECT_EQ(in(value).size(), 1U) << value;
}

INSTANTIATE_TEST_SUITE_P(
    Each, ValidationOfFormats,
    ::testing::Values(FormatCase{"id", {"0", "1", "9007199254740991"}, {"-1", "9007199254740992"}},
                      FormatCase{"version", {"0", "1"}, {"-1", "9007199254740992"}},
                      FormatCase{"page_size", {"0", "1000"}, {"-1", "1001"}},
                      FormatCase{"request_id", {"'a/B-1_.:'"}, {"'a b'", "'ё'", "'" + Times(101, "x") + "'"}},
                      FormatCase{"key", {"'new_2'"}, {"'2new'", "'New'", "'" + Times(41, "x") + "'"}},
                      FormatCase{"key_or_id", {"'new'", "'1234567890123456'"}, {"'12345678901234567'", "'-1'", "'1a'"}},
                      FormatCase{"page_token", {"'aZ09_-'"}, {"'a='", "'" + Times(2001, "x") + "'"}},
                      FormatCase{"email",
                                 {"'a@b.ru'", "'Пётр <a@b.ru>'", "'mailto:a@b.ru?subject=c'", "'a@b.ru, c@d.ru'"},
                                 {"'a@b'", "'a@@b.ru'", "'@b.ru'", "'" + Times(250, "x") + "@b.ru'"}},
                      FormatCase{"phone",
                                 {"'8 (916) 123-45-67'", "'тел. 8 495 123-45-67 доб. 12'"},
                                 {"'call me'", "'" + Times(101, "1") + "'"}},
                      FormatCase{"time_zone", {"'Europe/Moscow'", "'Etc/GMT+3'"}, {"'../etc/passwd'", "'3'"}},
                      FormatCase{"locale", {"'ru'", "'en'"}, {"'de'", "'ru_RU'"}},
                      FormatCase{"currency",
                                 {"'RUB'", "'XAF'", "'XPF'"},
                                 {"'rub'", "'RU'", "'RUR'", "'XXX'", "'XTS'", "'XAU'", "'XDR'"}},
                      FormatCase{"decimal",
                                 {"'0'", "'-12.5'", "'999999999999999.999999'"},
                                 {"'1e3'", "'.5'", "'1.'", "'1,5'", "'1234567890123456'", "'1.1234567'", "'--1'"}},
                      FormatCase{"date",
                                 {"'2028-02-29'", "'1900-01-01'", "'9999-12-31'"},
                                 {"'2027-02-29'", "'2027-13-01'", "'2027-1-1'", "'0001-01-01'", "'31.12.2027'"}},
                      FormatCase{"short_key", {"'abc'"}, {"'abcd'", "'A'"}}),
    [](const auto& each) { return each.param.field; });

}  // namespace
}  // namespace voronka::rpc
