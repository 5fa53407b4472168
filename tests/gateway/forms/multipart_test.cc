#include "gateway/forms/multipart.h"

#include "tests/gateway/forms/fields.h"

namespace voronka::gateway {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

MATCHER_P2(IsPart, name, content, "") { return arg.name == name && arg.content == content; }

std::string Part(const std::string& head, const std::string& content) {
  return "--X\r\n" + head + "\r\n\r\n" + content + "\r\n";
}

std::string Named(const std::string& name, const std::string& content) {
  return Part("Content-Disposition: form-data; name=\"" + name + "\"", content);
}

std::vector<FormPart> Parsed(const std::string& body, const std::string& boundary = "X") {
  auto parts = ParseMultipart(body, boundary);
  EXPECT_TRUE(parts) << body;
  return parts.value_or(std::vector<FormPart>());
}

// The body with a part that has this Content-Disposition.
FormPart Disposed(const std::string& disposition) {
  return Parsed(Part("Content-Disposition: " + disposition, "1") + "--X--").at(0);
}

// The body with a part that has these additional headers.
std::string ContentBy(const std::string& headers, const std::string& content) {
  return Parsed(Part("Content-Disposition: form-data; name=a\r\n" + headers, content) + "--X--").at(0).content;
}

TEST(Multipart, KeepsPartsInOrder) {
  EXPECT_THAT(Parsed(Named("a", "1") + Named("b", "line\r\n--Y") + Named("a", "") + "--X--\r\n"),
              ElementsAre(IsPart("a", "1"), IsPart("b", "line\r\n--Y"), IsPart("a", "")));
}

TEST(Multipart, MayBeEmpty) { EXPECT_THAT(Parsed("--X--\r\n"), IsEmpty()); }

TEST(Multipart, DistinguishesAFileFromAText) {
  const std::string body =
      Part("content-disposition: form-data; name=\"f\"; filename=\"a %22b%22.txt\"\r\nContent-Type: text/plain", "x") +
      Part("Content-Disposition: form-data; name=t\r\nContent-Type: text/plain; charset=windows-1251", "y") + "--X--";
  const auto parts = Parsed(body);
  ASSERT_THAT(parts, SizeIs(2));
  EXPECT_EQ(parts[0].filename, "a \"b\".txt");
  EXPECT_FALSE(parts[1].filename);
  EXPECT_EQ(parts[1].charset, "windows-1251");
}

// Text there is ignored, according to RFC 2046.
TEST(Multipart, MayHaveAPreambleAndAnEpilogue) {
  for (const char* preamble : {"", "\r\n", "\r\n\r\n", "This is a message.\r\n", "X --X\r\n"}) {
    for (const char* epilogue : {"", "\r\n", "\r\nThe end.\r\n", "epilogue", " \t\r\n"}) {
      EXPECT_THAT(Parsed(preamble + Named("a", "1") + "--X--" + epilogue), ElementsAre(IsPart("a", "1")))
          << preamble << "|" << epilogue;
    }
  }
}

TEST(Multipart, MayEndLinesWithLineFeedsAndHaveSpacesAfterBoundaries) {
  EXPECT_THAT(Parsed("--X \nContent-Disposition: form-data; name=a\n\n1\n2\n--X\t\n"
                     "Content-Disposition: form-data; name=b\n\n\n--X--\n"),
              ElementsAre(IsPart("a", "1\n2"), IsPart("b", "")));
}

TEST(Multipart, MayLackItsClosingBoundary) {
  EXPECT_THAT(Parsed(Named("a", "1") + "--X\r\nContent-Disposition: form-data; name=b\r\n\r\n2"),
              ElementsAre(IsPart("a", "1"), IsPart("b", "2")));
  EXPECT_THAT(Parsed(Named("a", "1")), ElementsAre(IsPart("a", "1")));
  EXPECT_THAT(Parsed(Named("a", "1") + "--X\r\nContent-Disp"), ElementsAre(IsPart("a", "1"), IsPart("", "")));
}

TEST(Multipart, ContinuesAfterAFalseClosingBoundary) {
  EXPECT_THAT(Parsed(Named("a", "1") + "--X--\r\n" + Named("b", "2") + "--X--"),
              ElementsAre(IsPart("a", "1"), IsPart("b", "2")));
}

TEST(Multipart, IgnoresABoundaryWithinALine) {
  EXPECT_THAT(Parsed(Named("a", "1\r\n--Xtra\r\n2--X\r\n --X") + "--X--"),
              ElementsAre(IsPart("a", "1\r\n--Xtra\r\n2--X\r\n --X")));
}

TEST(Multipart, FindsABoundaryMissingFromTheHeader) {
  const std::string body = "\r\n" + Named("a", "1") + Named("b", "2") + "--X--";
  for (const char* wrong : {"", "Y", "--X", "\"X", "x"}) {
    EXPECT_THAT(Parsed(body, wrong), ElementsAre(IsPart("a", "1"), IsPart("b", "2"))) << wrong;
  }
  EXPECT_FALSE(ParseMultipart("a=1\r\n--\r\nb", "").has_value());
  EXPECT_FALSE(ParseMultipart("", "X").has_value());
}

TEST(Multipart, MayHaveAnyBoundary) {
  for (const std::string& boundary :
       {std::string("a b"), std::string("a\"b"), std::string(200, 'a'), std::string("=_?")}) {
    EXPECT_THAT(Parsed("--" + boundary + "\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--" + boundary + "--",
                       boundary),
                ElementsAre(IsPart("a", "1")))
        << boundary;
  }
}

TEST(Multipart, KeepsAPartWithAMalformedName) {
  EXPECT_THAT(Parsed(Part("Content-Type: text/plain", "1") + "--X\r\n\r\n2\r\n--X\r\n3\r\n--X--"),
              ElementsAre(IsPart("", "1"), IsPart("", "2"), IsPart("", "3")));
  EXPECT_EQ(Disposed("attachment; name=a").name, "a");
  EXPECT_EQ(Disposed("form-data; name=a\r\nContent-Disposition: form-data; name=b").name, "a");
  EXPECT_EQ(Disposed("form-data;\r\n name=\"a\"").name, "a");
  EXPECT_EQ(Disposed("form-data; name=ваше имя").name, "ваше имя");
  EXPECT_THAT(Disposed("form-data; name=" + std::string(5000, 'a')).name, SizeIs(5000));
  EXPECT_EQ(Parsed(Part("Content-Disposition : form-data; name=a", "1") + "--X--").at(0).name, "a");
}

TEST(Multipart, ReadsNonAsciiNames) {
  EXPECT_EQ(Disposed("form-data; name=\"=?utf-8?B?0LjQvNGP?=\"").name, "имя");
  EXPECT_EQ(Disposed("form-data; name=\"=?utf-8?Q?=D0=B8=D0=BC=D1=8F_a?=\"").name, "имя a");
  EXPECT_EQ(Disposed("form-data; name=\"=?utf-8?\"").name, "=?utf-8?");
  EXPECT_EQ(Disposed("form-data; name*=UTF-8''%D0%B8%D0%BC%D1%8F").name, "имя");
  EXPECT_EQ(Disposed("form-data; name=f; filename=\"x.pdf\"; filename*=UTF-8''%D0%BF.pdf").filename, "п.pdf");
  EXPECT_EQ(Disposed("form-data; name=f; filename=\"план \"А\".pdf\"").filename, "план \"А\".pdf");
}

TEST(Multipart, DecodesTransferEncodings) {
  EXPECT_EQ(ContentBy("Content-Transfer-Encoding: base64", "0JjQstCw\r\n0L0="), "Иван");
  EXPECT_EQ(ContentBy("content-transfer-encoding: Quoted-Printable", "=D0=98=\r\n=D0=B2 1=2 =3D"), "Ив 1=2 =");
  EXPECT_EQ(ContentBy("Content-Transfer-Encoding: base64", "это не base64"), "это не base64");
  for (const char* plain : {"8bit", "binary", "7BIT", "x"}) {
    EXPECT_EQ(ContentBy(std::string("Content-Transfer-Encoding: ") + plain, "a=41"), "a=41");
  }
}

// Searching to the end from each position would take minutes.
TEST(Multipart, IsReadQuicklyEvenWithManyDashes) {
  EXPECT_THAT(Parsed(std::string(1024 * 1024, '-'), "-"), Each(IsPart("", "")));
}

}  // namespace
}  // namespace voronka::gateway
