#include "gateway/forms/acceptable_values.h"

#include "foundation/rpc/requests/text_checks.h"
#include "foundation/rpc/requests/validation.h"
#include "tests/gateway/forms/fields.h"

namespace voronka::gateway {
namespace {

using crm::v1::FormValue;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

MATCHER_P2(IsValue, name, value, "") { return arg.name() == name && arg.value() == value; }

std::vector<FormValue> ValuesOf(const std::vector<std::pair<std::string, std::string>>& sent) {
  FormFields fields;
  for (const auto& [name, value] : sent) fields.Add({.name = name, .value = value, .charset = {}});
  return AcceptableValues(fields, "ru");
}

bool AreTaken(const std::vector<FormValue>& values) {
  crm::v1::SubmitFormRequest request;
  request.set_key("key");
  for (const auto& value : values) *request.add_values() = value;
  rpc::Violations violations;
  rpc::Validate(request, violations);
  return violations.empty();
}

TEST(AcceptableValues, AreTheValuesSentWithoutEmptyOnes) {
  EXPECT_THAT(ValuesOf({{"имя", "Пётр"}, {"пусто", " \n"}, {"text", "a\r\nb\rc"}}),
              ElementsAre(IsValue("имя", "Пётр"), IsValue("text", "a\nb\nc")));
}

TEST(AcceptableValues, LoseControlCharactersAndSaySo) {
  EXPECT_THAT(ValuesOf({{"a\nb", std::string("x\0y\x1b[1m\xC2\x85z", 11)}}),
              ElementsAre(IsValue("a b", "xy[1mz"), IsValue(kChangedName, "a b: управляющие символы убраны\n")));
}

TEST(AcceptableValues, AreUtf8AndSayWhatTheyWere) {
  EXPECT_THAT(ValuesOf({{"a", "ы\xFF"}, {"b", "\xC8\xE2\xE0\xED"}}),
              ElementsAre(IsValue("a", "ы\xEF\xBF\xBD"), IsValue("b", "Иван"),
                          IsValue(kChangedName,
                                  "a: байты, которые не текст, заменены на �\n"
                                  "b: прочитано как windows-1251\n")));
}

TEST(AcceptableValues, DecodeCharacterReferences) {
  EXPECT_THAT(ValuesOf({{"name", "&#1048;&#1074;&#1072;&#1085;"}}), ElementsAre(IsValue("name", "Иван")));
}

TEST(AcceptableValues, AreTruncatedWithAMarkAndSaySo) {
  std::string pages;
  for (int i = 0; i < 10'001; ++i) pages += "ы";
  const auto values = ValuesOf({{std::string(300, 'n'), "x"}, {"text", pages}});
  ASSERT_THAT(values, SizeIs(3));
  EXPECT_EQ(values[0].name(), std::string(199, 'n') + "…");
  EXPECT_EQ(rpc::CodePoints(values[1].value()), 10'000);
  EXPECT_TRUE(values[1].value().ends_with("ы…"));
  EXPECT_EQ(values[2].value(), "text: сокращено, было символов: 10001\n");
  EXPECT_TRUE(AreTaken(values));
}

TEST(AcceptableValues, AreJoinedBeyondAThousand) {
  std::vector<std::pair<std::string, std::string>> sent;
  for (int i = 0; i < 1100; ++i) sent.emplace_back("f" + std::to_string(i), "v" + std::to_string(i));
  const auto values = ValuesOf(sent);
  ASSERT_THAT(values, SizeIs(999));
  EXPECT_EQ(values.back().name(), kMoreName);
  EXPECT_THAT(values.back().value(), testing::AllOf(HasSubstr("f998: v998\n"), HasSubstr("f1099: v1099\n")));
  EXPECT_TRUE(AreTaken(values));
}

TEST(AcceptableValues, AreTruncatedIfTheyAreLongNotIfTheyAreLast) {
  std::vector<std::pair<std::string, std::string>> sent(20, {"text", std::string(9000, 'x')});
  sent.emplace_back("phone", "89160000001");
  const auto values = ValuesOf(sent);
  ASSERT_GE(values.size(), 2U);
  EXPECT_THAT(values[values.size() - 2], IsValue("phone", "89160000001"));
  EXPECT_TRUE(AreTaken(values));
}

TEST(AcceptableValues, FitIntoOneResponse) {
  const auto values = ValuesOf(std::vector<std::pair<std::string, std::string>>(90, {"text", std::string(9000, 'x')}));
  size_t size = 0;
  for (const auto& value : values) size += value.value().size();
  EXPECT_LT(size, 75'000);
  EXPECT_EQ(values.back().name(), kChangedName);
  EXPECT_TRUE(AreTaken(values));
}

TEST(AcceptableValues, FitIntoOneResponseEvenWithLongNames) {
  const auto values = ValuesOf(std::vector<std::pair<std::string, std::string>>(990, {std::string(200, 'n'), "x"}));
  size_t size = 0;
  for (const auto& value : values) size += value.name().size() + value.value().size();
  EXPECT_LT(size, 80'000);
  EXPECT_TRUE(AreTaken(values));
}

// Else a visitor could make up what was changed.
TEST(AcceptableValues, AreNotCalledAsThisProgramCallsItsOwn) {
  EXPECT_THAT(ValuesOf({{"_changed", "x"}, {"_more", "y"}, {" _changed\n", "z"}, {"a", "\x1b"}, {"b", "c\x1b"}}),
              ElementsAre(IsValue("form._changed", "x"), IsValue("form._more", "y"), IsValue("form. _changed ", "z"),
                          IsValue("b", "c"),
                          IsValue(kChangedName, "a: управляющие символы убраны\nb: управляющие символы убраны\n")));
}

TEST(AcceptableValues, AreGatheredUnderThisProgramsName) {
  std::vector<std::pair<std::string, std::string>> sent(1'000, {"blank", " "});
  sent.emplace_back("phone", "89160000001");
  EXPECT_THAT(ValuesOf(sent), ElementsAre(IsValue(kMoreName, "phone: 89160000001\n")));
}

TEST(AcceptableValues, AlwaysHaveAName) { EXPECT_THAT(ValuesOf({{"", "x"}}), ElementsAre(IsValue("unnamed", "x"))); }

}  // namespace
}  // namespace voronka::gateway
