#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gateway/served/site_form.h"

namespace voronka::testing {
namespace {

using crm::v1::Form;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

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

TEST(SiteForm, IsNoDealOfAPing) {
  SiteForm form(SharedPremises());
  for (const char* ping : {R"({"type": "confirmation", "group_id": 5})",
                           R"({"object": "page", "entry": [{"id": "1", "time": 2, "changes": [
                                  {"field": "leadgen", "value": {"leadgen_id": "7", "page_id": "1"}}]}]})"}) {
    const auto answer = form.Post(ping, {{"content-type", "application/json"}});
    EXPECT_EQ(answer.status, 200) << ping;
    EXPECT_EQ(answer.body, "{}") << ping;
  }
  EXPECT_THAT(form.Inquiries(), SizeIs(0));
}

TEST(SiteForm, IsAcceptedOnlyFromItsOwnSites) {
  Form wanted;
  wanted.add_allowed_origins("https://shop.example");
  SiteForm form(SharedPremises(), wanted);
  const auto refused = form.Post("name=a", {{"origin", "https://evil.example"}});
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(ReasonIn(refused), "ORIGIN_NOT_ALLOWED");
  EXPECT_EQ(form.Post("name=a", {{"origin", "https://shop.example"}, {"origin", "https://evil.example"}}).status, 403);
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

TEST(SiteForm, IsRefusedWithAMessageIfTooLargeOrOddlyCompressed) {
  SiteForm form(SharedPremises());
  EXPECT_EQ(form.Post("name=" + std::string(1024 * 1024, 'x')).status, 413);
  EXPECT_THAT(form.Post("name=" + std::string(1024 * 1024, 'x'), kBrowser).body, HasSubstr("1 МиБ"));
  const auto packed = form.Post("name=a", {{"content-encoding", "br"}});
  EXPECT_EQ(packed.status, 415);
  EXPECT_EQ(ReasonIn(packed), "UNSUPPORTED_FORM_TYPE");
  const auto cut = form.Post(std::string("\x1F\x8B\x08\0\0\0\0\0\0\x03\xCB", 11), {{"content-encoding", "gzip"}});
  EXPECT_EQ(cut.status, 400);
  EXPECT_EQ(ReasonIn(cut), "FORM_CUT_OFF");
}

TEST(SiteForm, AcceptsOnlyPost) {
  SiteForm form(SharedPremises());
  auto request = form.Posting("");
  request.verb = "GET";
  const auto answer = form.http().Ask(request);
  EXPECT_EQ(answer.status, 405);
  EXPECT_EQ(answer.header("allow"), "POST");
}

}  // namespace
}  // namespace voronka::testing
