#include "gateway/forms/json_form.h"

#include "tests/gateway/forms/fields.h"

namespace voronka::gateway {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<FormField> FieldsIn(const std::string& body) {
  FormFields fields;
  EXPECT_TRUE(ReadJsonForm(body, fields)) << body;
  return fields.all();
}

TEST(JsonForm, KeepsTheFieldsInOrder) {
  EXPECT_THAT(FieldsIn(R"({"b": "2", "a": "один"})"), ElementsAre(IsField("b", "2"), IsField("a", "один")));
}

TEST(JsonForm, KeepsTheSpellingOfValues) {
  EXPECT_THAT(FieldsIn(R"({"a": true, "b": -7, "c": 1.50, "d": 123456789012345678901, "e": null, "f": ""})"),
              ElementsAre(IsField("a", "true"), IsField("b", "-7"), IsField("c", "1.50"),
                          IsField("d", "123456789012345678901"), IsField("f", "")));
}

TEST(JsonForm, NamesNestedFields) {
  EXPECT_THAT(FieldsIn(R"({"client": {"name": "Пётр", "tags": ["a", "b"]}, "items": [{"n": 1}, {"n": 2}], "z": 0})"),
              ElementsAre(IsField("client.name", "Пётр"), IsField("client.tags", "a"), IsField("client.tags", "b"),
                          IsField("items.n", "1"), IsField("items.n", "2"), IsField("z", "0")));
}

TEST(JsonForm, MayBeEmpty) {
  for (const char* nothing : {"{}", "[]", "null", "{\"a\": null}"}) EXPECT_THAT(FieldsIn(nothing), IsEmpty());
}

TEST(JsonForm, MayBeAList) {
  EXPECT_THAT(FieldsIn(R"([{"name": "phone", "value": "1"}, {"value": ["a", "b"], "name": "tags"}])"),
              ElementsAre(IsField("phone", "1"), IsField("tags", "a"), IsField("tags", "b")));
  EXPECT_THAT(FieldsIn(R"({"fields": [{"id": 1, "name": "phone", "value": "1"}, {"name": "x"}]})"),
              ElementsAre(IsField("fields.id", "1"), IsField("phone", "1"), IsField("fields.name", "x")));
  EXPECT_THAT(FieldsIn(R"(["a", {"phone": "1"}])"), ElementsAre(IsField("", "a"), IsField("phone", "1")));
}

// The events of leads of VK and Facebook.
TEST(JsonForm, MayNameItsValuesInAList) {
  EXPECT_THAT(FieldsIn(R"({"object": {"answers": [{"key": "first_name", "question": "Имя", "answer": "Анна"},
                                                  {"key": "phone_number", "answer": {"value": "+79160000114"}}]}})"),
              ElementsAre(IsField("object.answers.question", "Имя"), IsField("first_name", "Анна"),
                          IsField("phone_number", "+79160000114")));
  EXPECT_THAT(FieldsIn(R"({"entry": [{"changes": [{"field": "leadgen", "value": {"id": "7", "field_data": [
                             {"name": "last_name", "values": ["Пробная"]},
                             {"name": "phone_number", "values": ["+79160000114"]}]}}]}]})"),
              ElementsAre(IsField("entry.changes.field", "leadgen"), IsField("entry.changes.value.id", "7"),
                          IsField("last_name", "Пробная"), IsField("phone_number", "+79160000114")));
  EXPECT_THAT(FieldsIn(R"({"answers": [{"q": "Какой кабель?", "a": "ВВГ"}, {"q": "Сколько?", "a": ["10", "20"]}]})"),
              ElementsAre(IsField("Какой кабель?", "ВВГ"), IsField("Сколько?", "10"), IsField("Сколько?", "20")));
}

TEST(JsonForm, MayBeAStringThatHoldsJson) {
  EXPECT_THAT(FieldsIn(R"("{\"phone\": \"1\"}")"), ElementsAre(IsField("phone", "1")));
  EXPECT_THAT(FieldsIn("\"Жду\""), ElementsAre(IsField("text", "Жду")));
  EXPECT_THAT(FieldsIn("7"), ElementsAre(IsField("text", "7")));
}

TEST(JsonForm, MayContainALoneSurrogate) {
  EXPECT_THAT(FieldsIn(R"({"text": "Жду \ud83d", "a\ude00": "\ud83d\ude00", "b": "\ude00\ud83dz"})"),
              ElementsAre(IsField("text", "Жду �"), IsField("a�", "😀"), IsField("b", "��z")));
}

TEST(JsonForm, ToleratesHandWrittenJson) {
  EXPECT_THAT(FieldsIn("{\"text\": \"две\nстроки\tи\\'\", \"path\": \"C:\\Users\",}"),
              ElementsAre(IsField("text", "две\nстроки\tи'"), IsField("path", "C:\\Users")));
  EXPECT_THAT(FieldsIn("{\"a\": [1, 2, ], \"b\": \",}\"}"),
              ElementsAre(IsField("a", "1"), IsField("a", "2"), IsField("b", ",}")));
}

TEST(JsonForm, KeepsTheFieldsBeforeATruncation) {
  FormFields fields;
  EXPECT_FALSE(ReadJsonForm(R"({"phone": "1", "name": "Пё)", fields));
  EXPECT_THAT(fields.all(), ElementsAre(IsField("phone", "1")));
  for (const char* wrong : {"", "{\"a\": 1", "{\"a\": 1}x", "{a: 1}"})
    EXPECT_FALSE(ReadJsonForm(wrong, fields)) << wrong;
}

TEST(JsonForm, IsRefusedIfNestedTooDeeply) {
  std::string deep = "{\"a\": ";
  for (int i = 0; i < 100'000; ++i) deep += '[';
  FormFields fields;
  EXPECT_FALSE(ReadJsonForm(deep, fields));
}

TEST(JsonForm, IsRefusedIfANameIsTooLong) {
  FormFields fields;
  EXPECT_FALSE(ReadJsonForm("{\"" + std::string(3000, 'a') + "\": [1, 2]}", fields));
}

}  // namespace
}  // namespace voronka::gateway
