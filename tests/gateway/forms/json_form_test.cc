#include "gateway/forms/json_form.h"

#include "tests/gateway/forms/fields.h"

namespace voronka::gateway {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string RefusalOfBody(const std::string& body) {
  return RefusalOf([&] { ParseJsonForm(body); });
}

TEST(JsonForm, HoldsTheFieldsInTheirOrder) {
  EXPECT_THAT(ParseJsonForm(R"({"b": "2", "a": "один"})").all(), ElementsAre(IsField("b", "2"), IsField("a", "один")));
}

TEST(JsonForm, WritesValuesAsTheyWereWritten) {
  EXPECT_THAT(ParseJsonForm(R"({"a": true, "b": -7, "c": 1.50, "d": 123456789012345678901, "e": null, "f": ""})").all(),
              ElementsAre(IsField("a", "true"), IsField("b", "-7"), IsField("c", "1.50"),
                          IsField("d", "123456789012345678901"), IsField("f", "")));
}

TEST(JsonForm, NamesWhatIsNested) {
  EXPECT_THAT(
      ParseJsonForm(R"({"client": {"name": "Пётр", "tags": ["a", "b"]}, "items": [{"n": 1}, {"n": 2}], "z": 0})").all(),
      ElementsAre(IsField("client.name", "Пётр"), IsField("client.tags", "a"), IsField("client.tags", "b"),
                  IsField("items.n", "1"), IsField("items.n", "2"), IsField("z", "0")));
}

TEST(JsonForm, OfNothingIsAFormToo) { EXPECT_THAT(ParseJsonForm("{}").all(), IsEmpty()); }

TEST(JsonForm, ThatIsNoObjectIsRefused) {
  for (const char* wrong : {"", "null", "[]", "[{\"a\": 1}]", "\"a\"", "7", "{\"a\": 1", "{\"a\": 1}x", "{a: 1}"}) {
    EXPECT_EQ(RefusalOfBody(wrong), "MALFORMED_FORM") << wrong;
  }
}

TEST(JsonForm, ThatIsNestedWithoutEndIsRefused) {
  std::string deep = "{\"a\": ";
  for (int i = 0; i < 100'000; ++i) deep += '[';
  EXPECT_EQ(RefusalOfBody(deep), "MALFORMED_FORM");
}

TEST(JsonForm, WithANameOfManyPagesIsRefused) {
  EXPECT_EQ(RefusalOfBody("{\"" + std::string(3000, 'a') + "\": [1, 2]}"), "MALFORMED_FORM");
}

}  // namespace
}  // namespace voronka::gateway
