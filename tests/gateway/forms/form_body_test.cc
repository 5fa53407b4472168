#include "gateway/forms/form_body.h"

#include "tests/gateway/forms/fields.h"

namespace voronka::gateway {
namespace {

using testing::ElementsAre;

constexpr char kUrlencoded[] = "application/x-www-form-urlencoded";

TEST(FormBody, IsTheSameInEachOfItsWritings) {
  const auto expected = ElementsAre(IsField("имя", "Пётр"), IsField("text", "a & b"));
  EXPECT_THAT(ReadFormBody(kUrlencoded, "имя=Пётр&text=a+%26+b").all(), expected);
  EXPECT_THAT(ReadFormBody("application/json; charset=utf-8", R"({"имя": "Пётр", "text": "a & b"})").all(), expected);
  EXPECT_THAT(ReadFormBody("multipart/form-data; boundary=X",
                           "--X\r\nContent-Disposition: form-data; name=\"имя\"\r\n\r\nПётр\r\n"
                           "--X\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\na & b\r\n--X--\r\n")
                  .all(),
              expected);
}

TEST(FormBody, HasTheCharsetOfItsTypeOrOfItsOwnField) {
  EXPECT_EQ(ReadFormBody("application/x-www-form-urlencoded; charset=windows-1251", "a=b").all()[0].charset,
            "windows-1251");
  const auto fields = ReadFormBody(kUrlencoded, "_charset_=koi8-r&a=b");
  EXPECT_THAT(fields.all(), ElementsAre(IsField("a", "b")));
  EXPECT_EQ(fields.all()[0].charset, "koi8-r");
}

TEST(FormBody, KeepsOfAFileItsNameAndSize) {
  constexpr char kFile[] = "--X\r\nContent-Disposition: form-data; name=\"f\"; filename=\"план.pdf\"\r\n\r\n%PDF\r\n";
  constexpr char kNone[] = "--X\r\nContent-Disposition: form-data; name=\"g\"; filename=\"\"\r\n\r\n\r\n--X--";
  EXPECT_THAT(ReadFormBody("multipart/form-data; boundary=X", std::string(kFile) + kNone).all(),
              ElementsAre(IsField("f", "план.pdf (4 bytes)"), IsField("g", "")));
}

TEST(FormBody, OfAnotherTypeIsRefused) {
  for (const char* type : {"", "text/plain", "application/xml", "multipart/mixed; boundary=X", "a; b"}) {
    EXPECT_EQ(RefusalOf([&] { ReadFormBody(type, "a=b"); }), "UNSUPPORTED_FORM_TYPE") << type;
  }
}

}  // namespace
}  // namespace voronka::gateway
