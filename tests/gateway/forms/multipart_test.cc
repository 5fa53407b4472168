#include "gateway/forms/multipart.h"

#include "tests/gateway/forms/fields.h"

namespace voronka::gateway {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr char kBoundary[] = "X";

std::string Part(const std::string& head, const std::string& content) {
  return "--X\r\n" + head + "\r\n\r\n" + content + "\r\n";
}

std::string Named(const std::string& name, const std::string& content) {
  return Part("Content-Disposition: form-data; name=\"" + name + "\"", content);
}

std::vector<FormPart> Parsed(const std::string& body) { return ParseMultipart(body, kBoundary); }

std::string RefusalOfBody(const std::string& body) {
  return RefusalOf([&] { Parsed(body); });
}

TEST(Multipart, HoldsPartsInTheirOrder) {
  const std::string body = Named("a", "1") + Named("b", "line\r\n--Y") + Named("a", "") + "--X--\r\n";
  const auto parts = Parsed(body);
  ASSERT_THAT(parts, SizeIs(3));
  EXPECT_EQ(parts[0].name, "a");
  EXPECT_EQ(parts[0].content, "1");
  EXPECT_EQ(parts[1].content, "line\r\n--Y");
  EXPECT_EQ(parts[2].content, "");
}

TEST(Multipart, OfNothingIsAFormToo) { EXPECT_THAT(Parsed("--X--\r\n"), IsEmpty()); }

TEST(Multipart, TellsAFileFromAText) {
  const std::string body =
      Part("content-disposition: form-data; name=\"f\"; filename=\"a %22b%22.txt\"\r\nContent-Type: text/plain", "x") +
      Part("Content-Disposition: form-data; name=t\r\nContent-Type: text/plain; charset=windows-1251", "y") + "--X--";
  const auto parts = Parsed(body);
  ASSERT_THAT(parts, SizeIs(2));
  EXPECT_EQ(parts[0].filename, "a \"b\".txt");
  EXPECT_FALSE(parts[1].filename);
  EXPECT_EQ(parts[1].charset, "windows-1251");
}

TEST(Multipart, ThatIsCutAnywhereIsRefused) {
  const std::string body = Named("a", "1") + Named("b", "2") + "--X--";
  for (size_t size = 0; size < body.size(); ++size) {
    EXPECT_EQ(RefusalOfBody(body.substr(0, size)), "MALFORMED_FORM") << size;
  }
  EXPECT_EQ(RefusalOfBody(body), "");
}

TEST(Multipart, ThatOthersMayReadOtherwiseIsRefused) {
  EXPECT_EQ(RefusalOfBody("preamble\r\n" + Named("a", "1") + "--X--"), "MALFORMED_FORM");
  EXPECT_EQ(RefusalOfBody(Named("a", "1") + "--X--epilogue"), "MALFORMED_FORM");
  EXPECT_EQ(RefusalOfBody("--X\nContent-Disposition: form-data; name=a\n\n1\n--X--"), "MALFORMED_FORM");
  EXPECT_EQ(RefusalOfBody(Named("a", "1\r\n--Xtra") + "--X--"), "MALFORMED_FORM");
}

TEST(Multipart, WithAPartThatNamesNoFieldIsRefused) {
  EXPECT_EQ(RefusalOfBody(Part("Content-Type: text/plain", "1") + "--X--"), "MALFORMED_FORM");
  EXPECT_EQ(RefusalOfBody(Part("Content-Disposition: attachment; name=a", "1") + "--X--"), "MALFORMED_FORM");
  EXPECT_EQ(
      RefusalOfBody(Part("Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b", "1") +
                    "--X--"),
      "MALFORMED_FORM");
  EXPECT_EQ(RefusalOfBody(Part("Content-Disposition: form-data; name=" + std::string(5000, 'a'), "1") + "--X--"),
            "MALFORMED_FORM");
}

TEST(Multipart, NeedsABoundaryThatIsOne) {
  for (const std::string& wrong : {std::string(), std::string("a "), std::string("a\"b"), std::string(71, 'a')}) {
    EXPECT_EQ(RefusalOf([&] { ParseMultipart("--" + wrong + "--", wrong); }), "MALFORMED_FORM") << wrong;
  }
}

}  // namespace
}  // namespace voronka::gateway
