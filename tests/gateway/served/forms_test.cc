#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "tests/gateway/served/site_form.h"
#include "tests/support/eventually.h"

namespace voronka::testing {
namespace {

using crm::v1::Form;
using crm::v1::Inquiry;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::Pair;
using ::testing::SizeIs;

const HttpHeaders kBrowser = {{"accept", "text/html,application/xhtml+xml,*/*;q=0.8"}, {"accept-language", "ru"}};

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

Form WithConsent() {
  Form form;
  form.set_consent_text("Согласен на обработку персональных данных");
  form.set_consent_required(true);
  return form;
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

TEST(SiteForm, SentTwiceIsOneInquiry) {
  Premises& premises = SharedPremises();
  SiteForm by_header(premises);
  SiteForm by_field(premises);
  SiteForm by_values(premises);
  EXPECT_EQ(by_header.Post("name=a", {{"idempotency-key", "k"}}).body, "{}");
  EXPECT_EQ(by_header.Post("name=a&csrf=1", {{"idempotency-key", "k"}}).body, R"({"repeated":true})");
  EXPECT_EQ(by_field.Post("phone=89160000001&_id=k").body, "{}");
  EXPECT_EQ(by_field.Post("_id=k&phone=%2B79160000001&csrf_token=x").body, R"({"repeated":true})");
  EXPECT_EQ(by_values.Post("name=a").body, "{}");
  EXPECT_EQ(by_values.Post("name=a").body, R"({"repeated":true})");
  for (const SiteForm* form : {&by_header, &by_field, &by_values}) EXPECT_THAT(form->Inquiries(), SizeIs(1));
}

// The page comes from a cache, so all its visitors send the same id.
TEST(SiteForm, WithTheSameIdFromAnotherClientIsANewInquiry) {
  SiteForm form(SharedPremises());
  EXPECT_EQ(form.Post("_id=abc&name=Анна&phone=89160000114").body, "{}");
  EXPECT_EQ(form.Post("_id=abc&name=Борис&phone=89160000115").body, "{}");
  EXPECT_THAT(form.Inquiries(), SizeIs(2));
}

TEST(SiteForm, SentAgainWithAnotherNameIsANewInquiry) {
  SiteForm form(SharedPremises());
  form.Post("name=a&_id=1");
  EXPECT_EQ(form.Post("name=a&_id=2").body, "{}");
  EXPECT_THAT(form.Inquiries(), SizeIs(2));
}

TEST(SiteForm, SentManyTimesAtOnceIsOneInquiry) {
  Premises& premises = SharedPremises();
  SiteForm form(premises);
  const HttpRequest request = form.Posting("name=a&_id=double");
  std::vector<std::future<HttpAnswer>> answers;
  for (int i = 0; i < 8; ++i) {
    answers.push_back(
        std::async(std::launch::async, [&] { return HttpClient(premises.system.gateway().address()).Ask(request); }));
  }
  int first = 0;
  for (auto& answer : answers) first += answer.get().body == "{}" ? 1 : 0;
  EXPECT_EQ(first, 1);
  EXPECT_THAT(form.Inquiries(), SizeIs(1));
}

TEST(SiteForm, WithAFilledTrapIsAnsweredAsUsualButHeld) {
  Form wanted = WithConsent();
  wanted.set_redirect_url("https://shop.example/thanks");
  SiteForm form(SharedPremises(), wanted);
  const std::string body = "name=a&consent=on&_website=";
  const auto trapped = form.Post(body + "http://spam.example", kBrowser);
  const auto trapped_script = form.Post("name=b&consent=on&_website=http://spam.example");
  const auto trapped_again = form.Post("name=b&consent=on&_website=http://spam.example");
  EXPECT_THAT(form.Inquiries(), SizeIs(0));
  const auto taken = form.Post(body, kBrowser);
  EXPECT_EQ(trapped.status, 303);
  EXPECT_EQ(trapped.headers, taken.headers);
  EXPECT_EQ(trapped.body, taken.body);
  EXPECT_EQ(trapped_script.body, "{}");
  EXPECT_EQ(trapped_again.body, R"({"repeated":true})");
  EXPECT_THAT(form.Inquiries(), SizeIs(1));
}

TEST(SiteForm, ThanksAPersonInTheirLanguage) {
  SiteForm form(SharedPremises());
  const auto answer = form.Post("name=a", kBrowser);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("content-type"), "text/html; charset=utf-8");
  EXPECT_THAT(answer.body, AllOf(HasSubstr("Спасибо"), Not(HasSubstr("<script"))));
  EXPECT_THAT(form.Post("name=b", {{"accept", "text/html"}, {"accept-language", "en"}}).body, HasSubstr("Thank you"));
}

TEST(SiteForm, RedirectsAPersonAsTheFormSays) {
  Form wanted;
  wanted.set_redirect_url("https://shop.example/thanks");
  SiteForm form(SharedPremises(), wanted);
  const auto answer = form.Post("name=a", kBrowser);
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(answer.header("location"), "https://shop.example/thanks");
  EXPECT_EQ(form.Post("name=b").status, 200);
}

TEST(SiteForm, IsRefusedWithoutRequiredConsent) {
  SiteForm form(SharedPremises(), WithConsent());
  const auto answer = form.Post("name=a");
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(ReasonIn(answer), "CONSENT_REQUIRED");
  const auto page = form.Post("name=a", kBrowser);
  EXPECT_EQ(page.status, 400);
  EXPECT_THAT(page.body, HasSubstr("Нужно согласие"));
  EXPECT_EQ(form.Post("name=a&consent=on").status, 200);
  EXPECT_TRUE(form.Inquiry().has_consent());
}

TEST(SiteForm, AnswersTheProbeOfASiteBuilder) {
  for (const Form& wanted : {Form(), WithConsent()}) {
    SiteForm form(SharedPremises(), wanted);
    const auto answer = form.Post("test=test");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "{}");
    EXPECT_THAT(form.Inquiries(), SizeIs(0));
  }
}

TEST(SiteForm, IsRefusedIfUnknownOrEmpty) {
  SiteForm form(SharedPremises());
  auto unknown = form.Posting("name=a");
  unknown.path = "/forms/0123456789abcdef";
  EXPECT_EQ(form.http().Ask(unknown).status, 404);
  unknown.path = "/forms/" + std::string(5000, 'x');
  EXPECT_EQ(form.http().Ask(unknown).status, 404);
  EXPECT_EQ(ReasonIn(form.Post("utm_source=ya")), "EMPTY_FORM");
}

TEST(SiteForm, IsAcceptedOnlyFromItsOwnSites) {
  Form wanted;
  wanted.add_allowed_origins("https://shop.example");
  SiteForm form(SharedPremises(), wanted);
  const auto refused = form.Post("name=a", {{"origin", "https://evil.example"}});
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(ReasonIn(refused), "ORIGIN_NOT_ALLOWED");
  EXPECT_EQ(form.Post("name=a", {{"origin", "https://shop.example"}}).status, 200);
  EXPECT_THAT(form.Inquiries(), SizeIs(1));
}

TEST(SiteForm, MayBeSentByPagesOfAnySite) {
  SiteForm form(SharedPremises());
  HttpRequest preflight{.verb = "OPTIONS", .path = form.path(), .headers = {}, .body = {}};
  preflight.headers = {{"origin", "https://shop.example"},
                       {"access-control-request-method", "POST"},
                       {"access-control-request-headers", "idempotency-key"}};
  const auto allowed = form.http().Ask(preflight);
  EXPECT_EQ(allowed.status, 204);
  EXPECT_EQ(allowed.header("access-control-allow-headers"), "idempotency-key");
  for (const char* origin : {"https://shop.example", Premises::kForeignOrigin}) {
    const auto answer = form.Post(std::string("name=") + origin, {{"origin", origin}});
    EXPECT_EQ(answer.headers.count("access-control-allow-origin"), 1U);
    EXPECT_EQ(answer.header("access-control-allow-origin"), "*");
    EXPECT_EQ(answer.header("access-control-allow-credentials"), "");
  }
}

TEST(SiteForm, IsRateLimitedPerAddress) {
  SiteForm form(SharedPremises());
  HttpAnswer answer;
  for (int i = 0; i < 40 && answer.status != 429; ++i) answer = form.Post("name=" + std::to_string(i));
  EXPECT_EQ(answer.status, 429);
  EXPECT_EQ(ReasonIn(answer), "TOO_MANY_SUBMISSIONS");
  EXPECT_GE(std::stoi(answer.header("retry-after")), 1);
  EXPECT_THAT(form.Post("name=z", kBrowser).body, HasSubstr("подождите"));
  EXPECT_EQ(form.Post("name=other", {{"x-forwarded-for", "203.0.113.99"}}).status, 200);
}

// A builder gives up what is refused a few times.
TEST(SiteForm, FromAServerOfASiteBuilderIsNotLimitedPerAddress) {
  Form wanted;
  wanted.set_sent_by_servers(true);
  SiteForm told_by_the_form(SharedPremises(), wanted);
  SiteForm told_by_the_address(SharedPremises());
  for (int i = 0; i < 100; ++i) {
    const std::string client = "name=" + std::to_string(i) + "&phone=+7916" + std::to_string(1'000'000 + i);
    EXPECT_EQ(told_by_the_form.Post(client).status, 200) << i;
    EXPECT_EQ(told_by_the_address.Post(client, {{"x-forwarded-for", Premises::kBuilder}}).status, 200) << i;
  }
  EXPECT_THAT(told_by_the_form.Inquiries(), SizeIs(100));
  EXPECT_THAT(told_by_the_address.Inquiries(), SizeIs(100));
}

TEST(SiteForm, SentByServersIsStillLimitedInAll) {
  Form wanted;
  wanted.set_sent_by_servers(true);
  SiteForm form(SharedPremises(), wanted);
  HttpAnswer answer;
  // Nothing is filled in, so none of them costs more than the limit itself.
  for (int i = 0; i < 2'000 && answer.status != 429; ++i) answer = form.Post("utm_source=ya");
  EXPECT_EQ(ReasonIn(answer), "TOO_MANY_SUBMISSIONS");
}

TEST(SiteForm, ShowsTheAdminWhatWasRefused) {
  SiteForm form(SharedPremises(), WithConsent());
  EXPECT_EQ(form.Post("name=a").status, 400);
  EXPECT_EQ(form.Post("name=b").status, 400);
  EXPECT_TRUE(Eventually([&] { return form.Refusals("CONSENT_REQUIRED")["CONSENT_REQUIRED"] == 2; }));
  int limited = 0;
  for (int i = 0; i < 40; ++i) {
    limited += form.Post("consent=on&name=" + std::to_string(i)).status == 429 ? 1 : 0;
  }
  EXPECT_GT(limited, 0);
  EXPECT_TRUE(Eventually([&] { return form.Refusals("TOO_MANY_SUBMISSIONS")["TOO_MANY_SUBMISSIONS"] == limited; }));
}

TEST(SiteForm, IsRefusedWithAMessageIfTooLargeOrOddlyCompressed) {
  SiteForm form(SharedPremises());
  EXPECT_EQ(form.Post("name=" + std::string(1024 * 1024, 'x')).status, 413);
  EXPECT_THAT(form.Post("name=" + std::string(1024 * 1024, 'x'), kBrowser).body, HasSubstr("1 МиБ"));
  const auto packed = form.Post("name=a", {{"content-encoding", "br"}});
  EXPECT_EQ(packed.status, 415);
  EXPECT_EQ(ReasonIn(packed), "UNSUPPORTED_FORM_TYPE");
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

TEST(SiteForm, OfADoubleClickIsOneInquiry) {
  SiteForm form(SharedPremises());
  EXPECT_EQ(form.Post("name=Анна&phone=89160000114&g-recaptcha-response=a&ts=1&window=1").body, "{}");
  EXPECT_EQ(form.Post("name=Анна&phone=89160000114&g-recaptcha-response=b&ts=2&window=2").body, R"({"repeated":true})");
  EXPECT_THAT(form.Inquiries(), SizeIs(1));
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

TEST(SiteForm, AcceptsOnlyPost) {
  SiteForm form(SharedPremises());
  auto request = form.Posting("");
  request.verb = "GET";
  const auto answer = form.http().Ask(request);
  EXPECT_EQ(answer.status, 405);
  EXPECT_EQ(answer.header("allow"), "POST");
}

// Its own system, because the other tests need theirs running.
TEST(SiteFormWhileTheCrmIsDown, IsRefusedByTheLimitAndCountedLater) {
  Premises premises;
  SiteForm form(premises);
  premises.system.crm().Kill9();
  HttpAnswer answer;
  for (int i = 0; i < 40 && answer.status != 429; ++i) answer = form.Post("name=" + std::to_string(i));
  EXPECT_EQ(answer.status, 429);
  premises.system.crm().Start();
  premises.system.crm().WaitServing();
  EXPECT_EQ(form.Refusals("TOO_MANY_SUBMISSIONS")["TOO_MANY_SUBMISSIONS"], 1);
}

// Its own system, because the other tests need theirs running.
TEST(SiteFormWhileTheCrmIsDown, IsRefusedAndBecomesOneInquiryWhenSentAgain) {
  Premises premises;
  SiteForm form(premises);
  EXPECT_EQ(form.Post("name=a&_id=1").status, 200);
  premises.system.crm().Kill9();
  const auto refused = form.Post("name=b&_id=2");
  EXPECT_EQ(refused.status, 503);
  EXPECT_THAT(refused.body, AllOf(HasSubstr("NOT_REACHED"), Not(HasSubstr("127.0.0.1"))));
  premises.system.crm().Start();
  premises.system.crm().WaitServing();
  HttpAnswer answer = refused;
  for (int i = 0; i < 100 && answer.status == 503; ++i) {
    answer = form.Post("name=b&_id=2", {{"x-forwarded-for", "192.0.2." + std::to_string(i)}});
  }
  EXPECT_EQ(answer.body, "{}");
  EXPECT_EQ(form.Post("name=b&_id=2").body, R"({"repeated":true})");
  EXPECT_THAT(form.Inquiries(), SizeIs(2));
}

}  // namespace
}  // namespace voronka::testing
