#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "tests/gateway/served/site_form.h"
#include "tests/support/eventually.h"

namespace voronka::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

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

TEST(SiteForm, OfADoubleClickIsOneInquiry) {
  SiteForm form(SharedPremises());
  EXPECT_EQ(form.Post("name=Анна&phone=89160000114&g-recaptcha-response=a&ts=1&window=1").body, "{}");
  EXPECT_EQ(form.Post("name=Анна&phone=89160000114&g-recaptcha-response=b&ts=2&window=2").body, R"({"repeated":true})");
  EXPECT_THAT(form.Inquiries(), SizeIs(1));
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
  // The gateway may take two seconds to connect again.
  HttpAnswer answer = refused;
  int tries = 0;
  EXPECT_TRUE(Eventually([&] {
    answer = form.Post("name=b&_id=2", {{"x-forwarded-for", "192.0.2." + std::to_string(++tries % 256)}});
    return answer.status != 503;
  }));
  EXPECT_EQ(answer.body, "{}");
  EXPECT_EQ(form.Post("name=b&_id=2").body, R"({"repeated":true})");
  EXPECT_THAT(form.Inquiries(), SizeIs(2));
}

}  // namespace
}  // namespace voronka::testing
