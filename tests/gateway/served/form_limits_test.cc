#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "tests/gateway/served/site_form.h"
#include "tests/support/eventually.h"

namespace voronka::testing {
namespace {

using crm::v1::Form;
using ::testing::HasSubstr;
using ::testing::SizeIs;

// The first refusal of as many forms as it takes from one address. The limit grows while they are sent, on a slow
// machine by more of them.
HttpAnswer RefusalByLimit(SiteForm& form, const HttpHeaders& headers = {}) {
  HttpAnswer answer;
  for (int i = 0; i < 200 && answer.status != 429; ++i) answer = form.Post("name=" + std::to_string(i), headers);
  return answer;
}

TEST(SiteForm, IsRateLimitedPerAddress) {
  SiteForm form(SharedPremises());
  const HttpAnswer answer = RefusalByLimit(form);
  EXPECT_EQ(answer.status, 429);
  EXPECT_EQ(ReasonIn(answer), "TOO_MANY_SUBMISSIONS");
  EXPECT_GE(std::stoi(answer.header("retry-after")), 1);
  EXPECT_THAT(RefusalByLimit(form, kBrowser).body, HasSubstr("подождите"));
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
  const HttpRequest request = form.Posting("utm_source=ya");
  // Nothing is filled in, so none of them costs more than the limit itself. By several at once: the limit grows by five
  // a second, and one might not send more on a slow machine.
  const auto refusal = [&request] {
    HttpClient http(SharedPremises().system.gateway().address());
    HttpAnswer answer;
    for (int i = 0; i < 2'000 && answer.status != 429; ++i) answer = http.Ask(request);
    return ReasonIn(answer);
  };
  std::vector<std::future<std::string>> refusals;
  for (int i = 0; i < 8; ++i) refusals.push_back(std::async(std::launch::async, refusal));
  for (auto& each : refusals) EXPECT_EQ(each.get(), "TOO_MANY_SUBMISSIONS");
}

TEST(SiteForm, ShowsTheAdminWhatWasRefused) {
  SiteForm form(SharedPremises(), WithConsent());
  EXPECT_EQ(form.Post("name=a").status, 400);
  EXPECT_EQ(form.Post("name=b").status, 400);
  EXPECT_TRUE(Eventually([&] { return form.Refusals("CONSENT_REQUIRED")["CONSENT_REQUIRED"] == 2; }));
  int limited = 0;
  for (int i = 0; i < 200 && limited < 3; ++i) {
    limited += form.Post("consent=on&name=" + std::to_string(i)).status == 429 ? 1 : 0;
  }
  EXPECT_EQ(limited, 3);
  EXPECT_TRUE(Eventually([&] { return form.Refusals("TOO_MANY_SUBMISSIONS")["TOO_MANY_SUBMISSIONS"] == limited; }));
}

// Its own system, because the other tests need theirs running.
TEST(SiteFormWhileTheCrmIsDown, IsRefusedByTheLimitAndCountedLater) {
  Premises premises;
  SiteForm form(premises);
  premises.system.crm().Kill9();
  EXPECT_EQ(RefusalByLimit(form).status, 429);
  premises.system.crm().Start();
  premises.system.crm().WaitServing();
  EXPECT_EQ(form.Refusals("TOO_MANY_SUBMISSIONS")["TOO_MANY_SUBMISSIONS"], 1);
}

}  // namespace
}  // namespace voronka::testing
