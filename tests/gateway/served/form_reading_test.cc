#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gateway/served/site_form.h"

namespace voronka::testing {
namespace {

using crm::v1::Inquiry;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Pair;

std::map<std::string, std::string> SentIn(const Inquiry& inquiry) {
  return {inquiry.sent().values().begin(), inquiry.sent().values().end()};
}

// Without the fields that differ between any two inquiries.
std::string Content(Inquiry inquiry) {
  inquiry.clear_id();
  inquiry.clear_deal_id();
  inquiry.clear_contact_id();
  inquiry.clear_create_time();
  inquiry.clear_source_name();
  inquiry.mutable_consent()->clear_time();
  inquiry.mutable_sent()->mutable_values()->erase("client_address");
  return inquiry.ShortDebugString();
}

TEST(SiteForm, BecomesAnInquiryOfADeal) {
  SiteForm form(SharedPremises());
  const auto answer = form.Post("name=Пётр&phone=8 (916) 000-11-22&message=Сколько%3F&размер=XL");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "{}");
  const auto inquiry = form.Inquiry();
  EXPECT_EQ(inquiry.client_name(), "Пётр");
  EXPECT_EQ(inquiry.phone(), "8 (916) 000-11-22");
  EXPECT_EQ(inquiry.text(), "Сколько?");
  EXPECT_NE(inquiry.deal_id(), 0);
  EXPECT_THAT(SentIn(inquiry), AllOf(Contains(Pair("размер", "XL")), Contains(Pair("client_address", HasSubstr(".")))));
}

TEST(SiteForm, IsTheSameInEveryFormat) {
  Premises& premises = SharedPremises();
  SiteForm urlencoded(premises, WithConsent());
  SiteForm multipart(premises, WithConsent());
  SiteForm json(premises, WithConsent());
  EXPECT_EQ(urlencoded.Post("name=Ира+А&text=a%0D%0Ab&consent=on&цвет=1&цвет=2").status, 200);
  std::string parts;
  for (const auto& [name, value] : std::vector<std::pair<std::string, std::string>>{
           {"name", "Ира А"}, {"text", "a\r\nb"}, {"consent", "on"}, {"цвет", "1"}, {"цвет", "2"}}) {
    parts += "--X\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }
  EXPECT_EQ(multipart.Post(parts + "--X--\r\n", {{"content-type", "multipart/form-data; boundary=X"}}).status, 200);
  EXPECT_EQ(json.Post(R"({"name": "Ира А", "text": "a\nb", "consent": true, "цвет": [1, 2]})",
                      {{"content-type", "application/json"}})
                .status,
            200);
  EXPECT_EQ(Content(multipart.Inquiry()), Content(urlencoded.Inquiry()));
  EXPECT_EQ(Content(json.Inquiry()), Content(urlencoded.Inquiry()));
}

TEST(SiteForm, KeepsValuesThatFitNoField) {
  SiteForm form(SharedPremises());
  EXPECT_EQ(form.Post("name=Пётр&phone=звоните Васе&email=нет").status, 200);
  EXPECT_THAT(SentIn(form.Inquiry()), AllOf(Contains(Pair("phone", "звоните Васе")), Contains(Pair("email", "нет"))));
}

TEST(SiteForm, IsReadInTheCharsetOfAnOldPage) {
  SiteForm form(SharedPremises());
  EXPECT_EQ(
      form.Post("name=%C8%E2%E0%ED", {{"content-type", std::string(kUrlencoded) + "; charset=windows-1251"}}).status,
      200);
  EXPECT_EQ(form.Inquiry().client_name(), "Иван");
}

TEST(SiteForm, IsNotLostBecauseOfALongTextOrAnInvalidByte) {
  SiteForm form(SharedPremises());
  EXPECT_EQ(form.Post("name=a%00b&message=" + std::string(12'000, 'x')).status, 200);
  const auto inquiry = form.Inquiry();
  EXPECT_EQ(inquiry.client_name(), "ab");
  EXPECT_TRUE(inquiry.text().ends_with("x…"));
  EXPECT_THAT(SentIn(inquiry)["_changed"], AllOf(HasSubstr("name: "), HasSubstr("message: ")));
}

TEST(SiteForm, SaysWhereTheVisitorCameFrom) {
  SiteForm form(SharedPremises());
  form.Post("name=Пётр&_referrer=https://ya.ru/",
            {{"referer", "https://shop.example/?utm_source=ya"}, {"user-agent", "Test"}});
  const auto inquiry = form.Inquiry();
  EXPECT_EQ(inquiry.page_url(), "https://shop.example/?utm_source=ya");
  EXPECT_EQ(inquiry.utm().source(), "ya");
  EXPECT_THAT(SentIn(inquiry),
              AllOf(Contains(Pair("referrer", "https://ya.ru/")), Contains(Pair("user_agent", "Test"))));
}

TEST(SiteForm, ReadsTheCampaignAtTheEndOfALongAddress) {
  const std::string page = "https://shop.example/?" + std::string(2'050, 'a') + "&utm_source=%FF%ED%E4%E5%EA%F1";
  SiteForm by_header(SharedPremises());
  SiteForm by_field(SharedPremises());
  EXPECT_EQ(by_header.Post("name=a", {{"referer", page}}).status, 200);
  EXPECT_EQ(by_field.Post(R"({"name": "a", "_page": ")" + page + "\"}", {{"content-type", "application/json"}}).status,
            200);
  EXPECT_EQ(by_header.Inquiry().utm().source(), "яндекс");
  EXPECT_EQ(by_field.Inquiry().utm().source(), "яндекс");
}

TEST(SiteForm, KeepsMarkupAsText) {
  SiteForm form(SharedPremises());
  const std::string markup = "<img src=x onerror=alert(1)>";
  EXPECT_EQ(form.Post("name=" + markup + "&" + markup + "=" + markup).status, 200);
  const auto inquiry = form.Inquiry();
  EXPECT_EQ(inquiry.client_name(), markup);
  EXPECT_THAT(SentIn(inquiry), Contains(Pair("<img src", "x onerror=alert(1)>=" + markup)));
}

// Each of them was lost once, or could have been.
TEST(SiteForm, IsNotLostInAnyNotation) {
  const std::string part = "--X\r\nContent-Disposition: form-data; name=\"phone\"\r\n\r\n89160000114\r\n";
  const std::vector<std::pair<std::string, std::string>> written = {
      {"application/json", "{\"phone\": \"89160000114\", \"text\": \"Жду \\ud83d\"}"},
      {"application/json", "[{\"name\": \"phone\", \"value\": \"89160000114\"}]"},
      {"application/json", "\xEF\xBB\xBF{\"phone\": \"89160000114\", \"text\": \"a\nb\",}"},
      {"application/json", "{\"phone\": \"89160000114\", \"text\": \"a"},
      {"application/json", "phone=89160000114"},
      {kUrlencoded, "{\"phone\": \"89160000114\"}"},
      {"text/plain;charset=UTF-8", "{\"phone\": \"89160000114\"}"},
      {"text/plain", "phone=89160000114\r\n"},
      {"application/x-www-form-urlencoded; charset=utf-8; charset=utf-8", "phone=89160000114"},
      {"*/*", "phone=89160000114"},
      {"multipart/form-data; boundary=X", "preamble\r\n" + part + "--X--"},
      {"multipart/form-data; boundary=X", "\r\n" + part + "--X--"},
      {"multipart/form-data; boundary=X", part + "--X--\r\nepilogue"},
      {"multipart/form-data; boundary=X", part},
      {"multipart/form-data", part + "--X--"},
      {"multipart/form-data; boundary=X", "--X\nContent-Disposition: form-data; name=phone\n\n89160000114\n--X--\n"},
  };
  for (const auto& [type, body] : written) {
    SiteForm form(SharedPremises());
    EXPECT_EQ(form.Post(body, {{"content-type", type}}).status, 200) << type << "\n" << body;
    EXPECT_EQ(form.Inquiry().phone(), "89160000114") << type << "\n" << body;
  }
}

// As site builders, VK and Facebook send it.
TEST(SiteForm, KnowsItsClientHoweverTheValuesAreNamed) {
  const std::vector<std::pair<std::string, std::string>> written = {
      {kUrlencoded, "first_name=Анна&last_name=Пробная&phone_number=%2B79160000114"},
      {kUrlencoded, "fields[name][value]=Анна Пробная&fields[phone][value]=%2B79160000114"},
      {kUrlencoded,
       "fields[0][name]=name&fields[0][value]=Анна Пробная&"
       "fields[1][name]=phone&fields[1][value]=%2B79160000114"},
      {"application/json", R"({"object": {"answers": [{"key": "first_name", "answer": {"value": "Анна"}},
                                                      {"key": "last_name", "answer": {"value": "Пробная"}},
                                                      {"key": "phone_number", "answer": {"value": "+79160000114"}}]}})"},
      {"application/json", R"({"field_data": [{"name": "full_name", "values": ["Анна Пробная"]},
                                              {"name": "phone_number", "values": ["+79160000114"]}]})"},
  };
  for (const auto& [type, body] : written) {
    SiteForm form(SharedPremises());
    EXPECT_EQ(form.Post(body, {{"content-type", type}}).status, 200) << body;
    EXPECT_EQ(form.Inquiry().client_name(), "Анна Пробная") << body;
    EXPECT_EQ(form.Inquiry().phone(), "+79160000114") << body;
  }
}

// As Elementor, JotForm and Typeform send it.
TEST(SiteForm, KnowsItsClientByTheLabelsOfBuilders) {
  const std::vector<std::pair<std::string, std::string>> written = {
      {kUrlencoded, "form[name]=Заявка&fields[name][value]=Анна Пробная&fields[phone][value]=%2B79160000114"},
      {kUrlencoded, "Ваше имя*=Анна Пробная&No Label Phone=%2B79160000114"},
      {kUrlencoded,
       "formTitle=Заявка&username=shop&rawRequest="
       R"({"q3_name": {"first": "Анна", "last": "Пробная"}, "q5_phoneNumber": {"full": "%2B79160000114"}})"},
      {"application/json", R"({"form": {"name": "Заявка"}, "contacts": {"name": "Анна Пробная",
                                                                        "phone": "+79160000114"}})"},
      {"application/json", R"({"form_response": {"answers": [
           {"type": "text", "text": "Анна Пробная", "field": {"ref": "name"}},
           {"type": "phone_number", "phone_number": "+79160000114", "field": {"ref": "01J"}}]}})"},
  };
  for (const auto& [type, body] : written) {
    SiteForm form(SharedPremises());
    EXPECT_EQ(form.Post(body, {{"content-type", type}}).status, 200) << body;
    EXPECT_EQ(form.Inquiry().client_name(), "Анна Пробная") << body;
    EXPECT_EQ(form.Inquiry().phone(), "+79160000114") << body;
  }
}

TEST(SiteForm, DoesNotLetAVisitorSayWhatWasChanged) {
  SiteForm form(SharedPremises());
  EXPECT_EQ(form.Post("name=Анна&_changed=phone: сокращено").status, 200);
  auto sent = SentIn(form.Inquiry());
  EXPECT_FALSE(sent.contains("_changed"));
  EXPECT_EQ(sent["form._changed"], "phone: сокращено");
}

TEST(SiteForm, KeepsAnEmailThatNoContactCanHold) {
  SiteForm form(SharedPremises());
  std::string mail;
  for (int i = 0; i < 240; ++i) mail += "İ";
  EXPECT_EQ(form.Post("email=" + mail + "@a.ru").status, 200);
  EXPECT_EQ(form.Inquiry().email(), mail + "@a.ru");
}

TEST(SiteForm, KeepsTheLastOfManyFields) {
  SiteForm form(SharedPremises());
  std::string body;
  for (int i = 0; i < 400; ++i) body += "q" + std::to_string(i) + "=да&";
  EXPECT_EQ(form.Post(body + "phone=89160000114").status, 200);
  const auto inquiry = form.Inquiry();
  EXPECT_EQ(inquiry.phone(), "89160000114");
  EXPECT_EQ(inquiry.sent().values_size(), 100);
  EXPECT_THAT(SentIn(inquiry)["_more"], HasSubstr("q399: да"));
}

}  // namespace
}  // namespace voronka::testing
