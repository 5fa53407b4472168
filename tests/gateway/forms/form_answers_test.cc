#include "gateway/forms/form_answers.h"

#include <gmock/gmock.h>

#include "foundation/rpc/calls/status.h"

namespace voronka::gateway {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Request OfBrowser(const char* language = "ru") {
  Request request;
  request.set("accept", "text/html,application/xhtml+xml,*/*;q=0.8");
  request.set("accept-language", language);
  return request;
}

std::string HeaderIn(const Response& response, const std::string& name) {
  for (const auto& [header, value] : response.head.headers) {
    if (header == name) return value;
  }
  return "";
}

grpc::Status Told(const rpc::Error& error) { return rpc::ToStatus(error, "ru"); }

TEST(FormAnswer, IsAPageInAPersonsLanguage) {
  EXPECT_THAT(*FormAccepted(OfBrowser(), {}).body, HasSubstr("Спасибо"));
  EXPECT_THAT(*FormAccepted(OfBrowser("en-GB"), {}).body, AllOf(HasSubstr("Thank you"), HasSubstr("lang=\"en\"")));
}

TEST(FormAnswer, RedirectsAPersonAsTheFormSays) {
  crm::v1::SubmitFormResponse taken;
  taken.set_redirect_url("https://shop.example/спасибо");
  const auto response = FormAccepted(OfBrowser(), taken);
  EXPECT_EQ(response.head.status, http::status::see_other);
  EXPECT_EQ(HeaderIn(response, "location"), "https://shop.example/%D1%81%D0%BF%D0%B0%D1%81%D0%B8%D0%B1%D0%BE");
}

TEST(FormAnswer, DoesNotGiveAScriptTheInquirysNumber) {
  crm::v1::SubmitFormResponse taken;
  taken.set_inquiry_id(77);
  EXPECT_EQ(*FormAccepted(Request(), taken).body, "{}");
  taken.set_repeated(true);
  EXPECT_EQ(*FormAccepted(Request(), taken).body, R"({"repeated":true})");
}

TEST(FormAnswer, IsJsonIfTheRequestWasJson) {
  auto request = OfBrowser();
  request.set("content-type", "application/json");
  EXPECT_EQ(*FormAccepted(request, {}).body, "{}");
}

TEST(FormAnswer, EscapesWhatItShows) {
  auto request = OfBrowser();
  request.set("referer", "https://a.example/\"><script>x</script>");
  const auto response =
      FormRefused(request, Told(rpc::Error(rpc::Code::kInvalidArgument, {"X", "", {"<b>en", "<b>&'\"ру"}})));
  EXPECT_THAT(*response.body, AllOf(Not(HasSubstr("<script>")), Not(HasSubstr("<b>")), HasSubstr("ру")));
}

TEST(FormAnswer, DoesNotLinkToAScript) {
  auto request = OfBrowser();
  request.set("referer", "javascript:alert(1)");
  EXPECT_THAT(*FormAccepted(request, {}).body, Not(HasSubstr("<a ")));
}

TEST(FormAnswer, HasTheMatchingStatus) {
  const auto status_of = [](rpc::Code code, const char* reason) {
    return FormRefused(Request(), Told(rpc::Error(code, {reason, "", {"en", "ru"}}))).head.status;
  };
  EXPECT_EQ(status_of(rpc::Code::kFailedPrecondition, "ORIGIN_NOT_ALLOWED"), http::status::forbidden);
  EXPECT_EQ(status_of(rpc::Code::kFailedPrecondition, "CONSENT_REQUIRED"), http::status::bad_request);
  EXPECT_EQ(status_of(rpc::Code::kNotFound, "UNKNOWN_FORM"), http::status::not_found);
  EXPECT_EQ(status_of(rpc::Code::kResourceExhausted, "FORM_TOO_LARGE"), http::status::payload_too_large);
  EXPECT_EQ(status_of(rpc::Code::kInvalidArgument, "FORM_CUT_OFF"), http::status::bad_request);
  EXPECT_EQ(status_of(rpc::Code::kInvalidArgument, "UNSUPPORTED_FORM_TYPE"), http::status::unsupported_media_type);
}

TEST(FormAnswer, SaysWhenToRetry) {
  rpc::Error error(rpc::Code::kResourceExhausted, {"TOO_MANY_SUBMISSIONS", "", {"en", "ru"}});
  const auto response = FormRefused(Request(), Told(error.RetryAfter(std::chrono::milliseconds(5100))));
  EXPECT_EQ(response.head.status, http::status::too_many_requests);
  EXPECT_EQ(HeaderIn(response, "retry-after"), "6");
}

TEST(FormAnswer, HidesInternalsIfTheServiceIsUnavailable) {
  const auto response = FormRefused(Request(), grpc::Status(grpc::StatusCode::UNAVAILABLE, "ipv4:127.0.0.1:7701"));
  EXPECT_EQ(response.head.status, http::status::service_unavailable);
  EXPECT_EQ(HeaderIn(response, "retry-after"), "2");
  EXPECT_THAT(*response.body, Not(HasSubstr("127.0.0.1")));
}

}  // namespace
}  // namespace voronka::gateway
