#include "gateway/forms/submission.h"

#include "tests/gateway/forms/fields.h"

namespace voronka::gateway {
namespace {

using crm::v1::SubmitFormRequest;
using testing::SizeIs;

Request Posted(const std::string& body) {
  Request request(http::verb::post, "/forms/abc?x=1", 11);
  request.set("content-type", "application/x-www-form-urlencoded");
  request.body() = body;
  return request;
}

SubmitFormRequest Read(const Request& request) { return SubmissionOf(request, {.address = "192.0.2.1"}, "ru"); }

TEST(Submission, HasTheKeyOfThePathAndTheValues) {
  const auto submission = Read(Posted("name=a"));
  EXPECT_EQ(submission.key(), "abc");
  EXPECT_EQ(submission.client_address(), "192.0.2.1");
  ASSERT_THAT(submission.values(), SizeIs(1));
  EXPECT_FALSE(submission.validate_only());
}

TEST(Submission, TellsWhereTheFormStood) {
  auto request = Posted("_page=https://a.example/&_referrer=https://ya.ru/&name=a");
  request.set("referer", "https://b.example/");
  EXPECT_EQ(Read(request).page_url(), "https://a.example/");
  EXPECT_EQ(Read(request).referrer(), "https://ya.ru/");
  request.body() = "name=a";
  EXPECT_EQ(Read(request).page_url(), "https://b.example/");
}

TEST(Submission, IsNamedByTheHeaderElseByTheField) {
  auto request = Posted("_id=field&name=a");
  EXPECT_EQ(Read(request).submission_id(), "field");
  request.set("idempotency-key", "header");
  EXPECT_EQ(Read(request).submission_id(), "header");
}

TEST(Submission, OfNamesThatAreLongAndAlikeIsNotTheSame) {
  const std::string long_id(300, 'x');
  const auto one = Read(Posted("_id=" + long_id + "1"));
  const auto other = Read(Posted("_id=" + long_id + "2"));
  EXPECT_NE(one.submission_id(), other.submission_id());
  EXPECT_EQ(one.submission_id(), Read(Posted("_id=" + long_id + "1")).submission_id());
}

TEST(Submission, ByWhoeverFillsInTheTrapMakesNothing) {
  EXPECT_TRUE(Read(Posted("name=a&_website=http://spam")).validate_only());
  EXPECT_FALSE(Read(Posted("name=a&_website=")).validate_only());
}

TEST(Submission, HasNoHiddenFieldAmongItsValues) {
  EXPECT_THAT(Read(Posted("_id=1&_page=2&_referrer=3&_website=4&_charset_=utf-8&name=a")).values(), SizeIs(1));
}

TEST(Submission, ToWhatIsNoKeyIsToNoForm) {
  for (const std::string& key : {std::string(), std::string("a/b"), std::string("ы"), std::string(101, 'a')}) {
    auto request = Posted("name=a");
    request.target("/forms/" + key);
    EXPECT_EQ(RefusalOf([&] { Read(request); }), "UNKNOWN_FORM") << key;
  }
}

TEST(Submission, OfMoreThanAMebibyteIsRefused) {
  EXPECT_EQ(RefusalOf([] { Read(Posted(std::string(1024 * 1024 + 1, 'a'))); }), "FORM_TOO_LARGE");
}

}  // namespace
}  // namespace voronka::gateway
