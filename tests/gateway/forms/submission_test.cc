#include "gateway/forms/submission.h"

#include "tests/gateway/forms/fields.h"

namespace voronka::gateway {
namespace {

using crm::v1::SubmitFormRequest;
using testing::SizeIs;

Request Posted(const std::string& body) {
  Request request(http::verb::post, "/forms/abc", 11);
  request.set("content-type", "application/x-www-form-urlencoded");
  request.body() = body;
  return request;
}

// `name=Anna`, compressed by gzip.
constexpr char kZipped[] =
    "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\xCB\x4B\xCC\x4D\xB5\x75\xCC\xCB\x4B\x04\x00\xD3\xEF\x2A\x25\x09\x00\x00"
    "\x00";

// 1,048,577 times `0`.
std::string ZippedZeros() {
  std::string zipped("\x1F\x8B\x08\0\0\0\0\0\0\x03", 10);
  zipped.append("\xED\xC1\x31\x01\x00\x00\x00\xC2\xA0\x4A\xEB\x9F\xCE\x10\xBE\x40\x01", 17);
  return zipped + std::string(1015, '\0') + "\x9C\x06";
}

SubmitFormRequest Read(const Request& request) { return SubmissionOf(request, {.address = "192.0.2.1"}, "ru"); }

TEST(Submission, HasTheKeyInThePathAndTheValues) {
  const auto submission = Read(Posted("name=a"));
  EXPECT_EQ(submission.key(), "abc");
  EXPECT_EQ(submission.client_address(), "192.0.2.1");
  ASSERT_THAT(submission.values(), SizeIs(1));
  EXPECT_EQ(submission.trap(), "");
}

TEST(Submission, SaysWhereTheFormWas) {
  auto request = Posted("_page=https://a.example/&_referrer=https://ya.ru/&name=a");
  request.set("referer", "https://b.example/");
  EXPECT_EQ(Read(request).page_url(), "https://a.example/");
  EXPECT_EQ(Read(request).referrer(), "https://ya.ru/");
  request.body() = "name=a";
  EXPECT_EQ(Read(request).page_url(), "https://b.example/");
}

TEST(Submission, TakesItsIdFromTheHeaderOrElseTheField) {
  auto request = Posted("_id=field&name=a");
  EXPECT_EQ(Read(request).submission_id(), "field");
  request.set("idempotency-key", "header");
  EXPECT_EQ(Read(request).submission_id(), "header");
}

TEST(Submission, DistinguishesLongSimilarIds) {
  const std::string long_id(300, 'x');
  const auto one = Read(Posted("_id=" + long_id + "1"));
  const auto other = Read(Posted("_id=" + long_id + "2"));
  EXPECT_NE(one.submission_id(), other.submission_id());
  EXPECT_EQ(one.submission_id(), Read(Posted("_id=" + long_id + "1")).submission_id());
}

TEST(Submission, HasTheContentOfTheTrap) {
  const auto trapped = Read(Posted("name=a&_website=http://spam"));
  EXPECT_EQ(trapped.trap(), "http://spam");
  EXPECT_FALSE(trapped.validate_only());
  EXPECT_EQ(Read(Posted("name=a&_website=")).trap(), "");
}

TEST(Submission, TruncatesALongTrap) {
  EXPECT_TRUE(Read(Posted("name=a&_website=" + std::string(3000, 'x'))).trap().ends_with("x…"));
}

TEST(Submission, HasNoControlFieldsAmongItsValues) {
  EXPECT_THAT(Read(Posted("_id=1&_page=2&_referrer=3&_website=4&_charset_=utf-8&name=a")).values(), SizeIs(1));
}

TEST(Submission, IsRefusedForAnInvalidKey) {
  for (const std::string& key : {std::string(), std::string("a/b"), std::string("ы"), std::string(101, 'a')}) {
    auto request = Posted("name=a");
    request.target("/forms/" + key);
    EXPECT_EQ(RefusalOf([&] { Read(request); }), "UNKNOWN_FORM") << key;
  }
}

TEST(Submission, MayHaveASlashAfterTheKey) {
  auto request = Posted("name=a");
  request.target("/forms/abc/?x=1");
  EXPECT_EQ(Read(request).key(), "abc");
}

TEST(Submission, IsReadFromTheQueryWithoutABody) {
  auto request = Posted("");
  request.target("/forms/abc?name=%D0%90&_id=1");
  const auto submission = Read(request);
  ASSERT_THAT(submission.values(), SizeIs(1));
  EXPECT_EQ(submission.values(0).value(), "А");
  EXPECT_EQ(submission.submission_id(), "1");
}

TEST(Submission, AddsTheQueryToTheBody) {
  auto request = Posted("name=a");
  request.target("/forms/abc?phone=%2B79160000001&name=b");
  const auto submission = Read(request);
  ASSERT_THAT(submission.values(), SizeIs(3));
  EXPECT_EQ(submission.values(0).value(), "a");
  EXPECT_EQ(submission.values(1).value(), "+79160000001");
}

TEST(Submission, IsNotTrappedIfAScriptLeftTheTrapEmpty) {
  for (const char* left : {"0", "false", "null", "undefined", "+", "no"}) {
    EXPECT_EQ(Read(Posted(std::string("name=a&_website=") + left)).trap(), "") << left;
  }
}

TEST(Submission, MayBeCompressed) {
  const std::string zipped(kZipped, sizeof kZipped - 1);
  for (const char* encoding : {"gzip", "x-gzip", "GZIP", ""}) {
    auto request = Posted(zipped);
    request.set("content-encoding", encoding);
    EXPECT_EQ(Read(request).values(0).value(), "Anna") << encoding;
  }
  const std::string deflated = zipped.substr(10, zipped.size() - 18);
  for (const std::string& body : {deflated, "\x78\x9C" + deflated, std::string("name=Anna")}) {
    auto request = Posted(body);
    request.set("content-encoding", "deflate");
    EXPECT_EQ(Read(request).values(0).value(), "Anna");
  }
  auto request = Posted("name=Anna");
  request.set("content-encoding", "utf-8");
  EXPECT_EQ(Read(request).values(0).value(), "Anna");
}

TEST(Submission, IsRefusedInAnUnknownCompression) {
  auto request = Posted("\x0B\x04\x80name=Anna\x03");
  request.set("content-encoding", "br");
  EXPECT_EQ(RefusalOf([&] { Read(request); }), "UNSUPPORTED_FORM_TYPE");
  request.body() = std::string("\x1F\x8B\x08", 3) + std::string(30, '\xFF');
  request.set("content-encoding", "gzip");
  EXPECT_EQ(RefusalOf([&] { Read(request); }), "UNSUPPORTED_FORM_TYPE");
}

TEST(Submission, IsRefusedIfItsCompressedBodyIsCutOff) {
  const std::string zipped(kZipped, sizeof kZipped - 1);
  for (const size_t length : {3U, 9U, 10U, 12U, 18U}) {
    auto request = Posted(zipped.substr(0, length));
    request.set("content-encoding", "gzip");
    EXPECT_EQ(RefusalOf([&] { Read(request); }), "FORM_CUT_OFF") << length;
  }
  const std::string deflated = zipped.substr(10, zipped.size() - 18);
  for (const std::string& body : {"\x78\x9C" + deflated.substr(0, 6), deflated.substr(0, 6)}) {
    auto request = Posted(body);
    request.set("content-encoding", "deflate");
    EXPECT_EQ(RefusalOf([&] { Read(request); }), "FORM_CUT_OFF");
  }
}

// Of two origins neither is the page's; together they are none.
TEST(Submission, HasAllOriginsThatWereSent) {
  auto request = Posted("name=a");
  request.set("origin", "https://shop.example");
  EXPECT_EQ(Read(request).origin(), "https://shop.example");
  request.insert("origin", "https://evil.example");
  EXPECT_EQ(Read(request).origin(), "https://shop.example, https://evil.example");
}

TEST(Submission, IsRefusedIfTooLargeWhenDecompressed) {
  auto request = Posted(ZippedZeros());
  request.set("content-encoding", "gzip");
  EXPECT_EQ(RefusalOf([&] { Read(request); }), "FORM_TOO_LARGE");
}

TEST(Submission, IsRefusedBeyondOneMebibyte) {
  EXPECT_EQ(RefusalOf([] { Read(Posted(std::string(1024 * 1024 + 1, 'a'))); }), "FORM_TOO_LARGE");
}

}  // namespace
}  // namespace voronka::gateway
