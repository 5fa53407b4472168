#include "gateway/forms/form_body.h"

#include "tests/gateway/forms/fields.h"

namespace voronka::gateway {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

constexpr char kUrlencoded[] = "application/x-www-form-urlencoded";
constexpr char kMultipart[] = "multipart/form-data; boundary=X";
constexpr char kJson[] = "application/json";
constexpr char kIvanIn1251[] = "\xC8\xE2\xE0\xED";

std::vector<FormField> FieldsIn(const std::string& type, const std::string& body) {
  return ReadFormBody(type, body).all();
}

std::string Part(const std::string& parameters, const std::string& content) {
  return "--X\r\nContent-Disposition: form-data; " + parameters + "\r\n\r\n" + content + "\r\n";
}

// ASCII text as UTF-16.
std::string Utf16(const std::string& text, bool is_big) {
  std::string bytes;
  for (const char c : text) bytes += is_big ? std::string{'\0', c} : std::string{c, '\0'};
  return bytes;
}

TEST(FormBody, IsTheSameInEveryFormat) {
  const auto expected = ElementsAre(IsField("имя", "Пётр"), IsField("text", "a & b"));
  EXPECT_THAT(FieldsIn(kUrlencoded, "имя=Пётр&text=a+%26+b"), expected);
  EXPECT_THAT(FieldsIn("application/json; charset=utf-8", R"({"имя": "Пётр", "text": "a & b"})"), expected);
  EXPECT_THAT(FieldsIn(kMultipart, Part("name=\"имя\"", "Пётр") + Part("name=\"text\"", "a & b") + "--X--\r\n"),
              expected);
  EXPECT_THAT(FieldsIn("text/plain", "имя=Пётр\r\ntext=a & b\r\n"), expected);
}

TEST(FormBody, MayNameItsValuesInAList) {
  const auto expected = ElementsAre(IsField("first_name", "Анна"), IsField("phone_number", "+79160000114"));
  EXPECT_THAT(FieldsIn(kUrlencoded,
                       "fields[0][name]=first_name&fields[0][value]=Анна&"
                       "fields[1][name]=phone_number&fields[1][value]=%2B79160000114"),
              expected);
  EXPECT_THAT(FieldsIn(kUrlencoded,
                       "answers.0.answer.value=Анна&answers.0.key=first_name&"
                       "answers.1.key=phone_number&answers.1.answer.value=%2B79160000114"),
              expected);
  EXPECT_THAT(FieldsIn(kMultipart, Part("name=\"field_data[0][name]\"", "first_name") +
                                       Part("name=\"field_data[0][values][0]\"", "Анна") +
                                       Part("name=\"field_data[1][name]\"", "phone_number") +
                                       Part("name=\"field_data[1][values][]\"", "+79160000114") + "--X--\r\n"),
              expected);
  EXPECT_THAT(FieldsIn(kJson, R"({"answers": {"0": {"key": "first_name", "answer": "Анна"},
                                              "1": {"key": "phone_number", "answer": "+79160000114"}}})"),
              expected);
}

// As JotForm sends it.
TEST(FormBody, MayBeJsonWithinAField) {
  const std::string json = R"({"q3_name": {"first": "Анна", "last": "Пробная"}, "q4_email": "anna@mail.test"})";
  const auto expected = ElementsAre(IsField("formTitle", "Заявка"), IsField("q3_name.first", "Анна"),
                                    IsField("q3_name.last", "Пробная"), IsField("q4_email", "anna@mail.test"));
  EXPECT_THAT(
      FieldsIn(kMultipart, Part("name=\"formTitle\"", "Заявка") + Part("name=\"rawRequest\"", json) + "--X--\r\n"),
      expected);
  EXPECT_THAT(FieldsIn(kUrlencoded, "formTitle=Заявка&payload=" + json), expected);
  EXPECT_THAT(FieldsIn(kUrlencoded, "data=[1,2]&order={\"a\": 1}&rawRequest={\"a\":"),
              ElementsAre(IsField("data", "[1,2]"), IsField("order", "{\"a\": 1}"), IsField("rawRequest", "{\"a\":")));
}

// As Typeform sends it.
TEST(FormBody, MayNameItsValuesByTheirType) {
  EXPECT_THAT(
      FieldsIn(kJson, R"({"form_response": {"answers": [
                 {"type": "text", "text": "Анна", "field": {"id": "1", "type": "short_text", "ref": "name"}},
                 {"type": "email", "email": "anna@mail.test", "field": {"ref": "01J"}},
                 {"type": "phone_number", "phone_number": "+79160000114", "field": {"ref": "02J"}},
                 {"type": "choice", "choice": {"label": "ВВГ"}, "field": {"ref": "cable"}},
                 {"type": "choices", "choices": {"labels": ["a", "b"]}, "field": {"ref": "more"}}]}})"),
      AllOf(Contains(IsField("name", "Анна")), Contains(IsField("email", "anna@mail.test")),
            Contains(IsField("phone_number", "+79160000114")), Contains(IsField("cable", "ВВГ")),
            Contains(IsField("more", "a")), Contains(IsField("more", "b")), Not(Contains(IsField("text", "Анна")))));
}

TEST(FormBody, KeepsListsThatNameNoValues) {
  EXPECT_THAT(FieldsIn(kUrlencoded, "products[0][name]=Кабель&products[0][price]=5&products[1][name]=Лоток&phone[0]=1"),
              ElementsAre(IsField("products[0][name]", "Кабель"), IsField("products[0][price]", "5"),
                          IsField("products[1][name]", "Лоток"), IsField("phone[0]", "1")));
  EXPECT_THAT(FieldsIn(kUrlencoded, "fields[name][value]=Анна&fields[0][name]=&fields[0][value]=1"),
              ElementsAre(IsField("fields[name][value]", "Анна"), IsField("fields[0][name]", ""),
                          IsField("fields[0][value]", "1")));
}

TEST(FormBody, KeepsWhatIsOverTheLimitTogether) {
  std::string body = "a[0][b]=1";
  for (int i = 0; i < 1'001; ++i) body += "&q" + std::to_string(i) + "=1";
  const auto fields = FieldsIn(kUrlencoded, body);
  ASSERT_EQ(fields.size(), 1'001U);
  EXPECT_THAT(fields.back(), IsField("_more", "q999: 1\nq1000: 1\n"));
}

TEST(FormBody, UsesTheCharsetOfItsTypeOrItsOwnField) {
  EXPECT_EQ(FieldsIn("application/x-www-form-urlencoded; charset=windows-1251", "a=b")[0].charset, "windows-1251");
  const auto fields = FieldsIn(kUrlencoded, "_charset_=koi8-r&a=b");
  EXPECT_THAT(fields, ElementsAre(IsField("a", "b")));
  EXPECT_EQ(fields[0].charset, "koi8-r");
}

TEST(FormBody, KeepsTheNameAndSizeOfAFile) {
  EXPECT_THAT(FieldsIn(kMultipart, Part("name=\"f\"; filename=\"план.pdf\"", "%PDF") +
                                       Part("name=\"g\"; filename=\"\"", "") + Part("name=\"phone\"", "1") + "--X--"),
              ElementsAre(IsField("f", "план.pdf (4 bytes)"), IsField("g", ""), IsField("phone", "1")));
}

// Python's requests and FormData give values this name if they are not a person's file.
TEST(FormBody, KeepsTextThatAScriptSendsAsAFile) {
  const std::string picture("\x89PNG\0", 5);
  EXPECT_THAT(FieldsIn(kMultipart, Part("name=\"phone\"; filename=\"phone\"", "8916") +
                                       Part("name=\"order\"; filename=\"blob\"", "{\"a\": 1}") +
                                       Part("name=\"text\"; filename=\"\"", "Жду") +
                                       Part("name=\"sign\"; filename=\"blob\"", picture) + "--X--"),
              ElementsAre(IsField("phone", "8916"), IsField("order", "{\"a\": 1}"), IsField("text", "Жду"),
                          IsField("sign", "blob (5 bytes)")));
}

TEST(FormBody, IsReadByItsContentWhateverItsType) {
  const std::string multipart = Part("name=\"phone\"", "1") + "--X--";
  for (const char* type : {"", "text/plain", "text/plain;charset=UTF-8", "application/octet-stream", "a; b", "*/*",
                           "application/xml", "multipart/form-data", "multipart/mixed; boundary=Y", kUrlencoded, kJson,
                           "application/x-www-form-urlencoded; charset=utf-8; charset=utf-8", "application/json;;"}) {
    EXPECT_THAT(FieldsIn(type, "phone=1"), ElementsAre(IsField("phone", "1"))) << type;
    EXPECT_THAT(FieldsIn(type, "{\"phone\": \"1\"}"), ElementsAre(IsField("phone", "1"))) << type;
    EXPECT_THAT(FieldsIn(type, multipart), ElementsAre(IsField("phone", "1"))) << type;
    EXPECT_THAT(FieldsIn(type, "Позвоните мне"), ElementsAre(IsField("text", "Позвоните мне"))) << type;
    EXPECT_THAT(FieldsIn(type, " \r\n"), IsEmpty()) << type;
  }
  for (const char* type :
       {"application/vnd.api+json", "text/json", "Application/JSON; charset=\"utf-8\"", "text/x-json"}) {
    EXPECT_THAT(FieldsIn(type, "{\"phone\": 1}"), ElementsAre(IsField("phone", "1"))) << type;
  }
}

TEST(FormBody, IsKeptWholeIfItsFormatIsUnknown) {
  EXPECT_THAT(FieldsIn("application/xml", "<lead phone=\"1\"/>"), ElementsAre(IsField("text", "<lead phone=\"1\"/>")));
  EXPECT_THAT(FieldsIn("text/plain", "Дважды два: 2+2=4"), ElementsAre(IsField("text", "Дважды два: 2+2=4")));
  EXPECT_THAT(FieldsIn(kJson, "{\"phone\": \"1\", \"na"),
              ElementsAre(IsField("phone", "1"), IsField("text", "{\"phone\": \"1\", \"na")));
  EXPECT_THAT(FieldsIn(kMultipart, "--Xtra"), ElementsAre(IsField("text", "--Xtra")));
}

TEST(FormBody, MayHaveMultilineValuesInTheLineFormat) {
  EXPECT_THAT(FieldsIn("text/plain", "name=Анна & Ко\r\ntext=a\r\nb\r\n"),
              ElementsAre(IsField("name", "Анна & Ко"), IsField("text", "a\nb")));
  EXPECT_THAT(FieldsIn("text/plain", "Жду\r\nname=a\r\nphone=\r\n"),
              ElementsAre(IsField("text", "\nЖду"), IsField("name", "a")));
  EXPECT_THAT(FieldsIn("text/plain", "name=a&phone=1\n"), ElementsAre(IsField("name", "a"), IsField("phone", "1")));
}

TEST(FormBody, MayBeginWithAByteOrderMark) {
  const std::string mark = "\xEF\xBB\xBF";
  EXPECT_THAT(FieldsIn(kUrlencoded, mark + "phone=1"), ElementsAre(IsField("phone", "1")));
  EXPECT_THAT(FieldsIn(kJson, mark + "{\"phone\": 1}"), ElementsAre(IsField("phone", "1")));
  EXPECT_THAT(FieldsIn(kMultipart, mark + Part("name=phone", "1") + "--X--"), ElementsAre(IsField("phone", "1")));
}

TEST(FormBody, MayBeUtf16) {
  const std::string json = "{\"phone\": 1}";
  for (const bool is_big : {false, true}) {
    EXPECT_THAT(FieldsIn("application/json; charset=utf-16", Utf16(json, is_big)), ElementsAre(IsField("phone", "1")));
    const std::string mark = is_big ? "\xFE\xFF" : "\xFF\xFE";
    EXPECT_THAT(FieldsIn(kJson, mark + Utf16(json, is_big)), ElementsAre(IsField("phone", "1")));
  }
  EXPECT_THAT(FieldsIn("application/x-www-form-urlencoded; charset=utf-16", "phone=1"),
              ElementsAre(IsField("phone", "1")));
}

TEST(FormBody, UsesTheCharsetOfJson) {
  const std::string json = std::string("{\"name\": \"") + kIvanIn1251 + "\"}";
  for (const char* type :
       {"application/json; charset=windows-1251", "application/json", "application/json; charset=utf-8"}) {
    EXPECT_THAT(FieldsIn(type, json), ElementsAre(IsField("name", "Иван"))) << type;
  }
}

// As jQuery and .NET send it.
TEST(FormBody, MayBeAFieldNameWithoutAValue) {
  constexpr const char* kForm = "application/x-www-form-urlencoded";
  for (const char* body : {"%7B%22name%22%3A%22Anna%22%7D=", "{\"name\":\"Anna\"}="}) {
    const auto fields = ReadFormBody(kForm, body);
    ASSERT_EQ(fields.all().size(), 1U) << body;
    EXPECT_EQ(fields.all()[0].name, "name");
    EXPECT_EQ(fields.all()[0].value, "Anna");
  }
  const auto text = ReadFormBody(kForm, "Call%20%2B79160000001=");
  ASSERT_EQ(text.all().size(), 1U);
  EXPECT_EQ(text.all()[0].value, "Call +79160000001");
  EXPECT_EQ(ReadFormBody(kForm, "name=&phone=").all().at(0).value, "");
}

}  // namespace
}  // namespace voronka::gateway
