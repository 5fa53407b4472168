#include "crm_service/work/files/media_type.h"

#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

using namespace std::string_literals;

TEST(MediaType, IsToldByTheContent) {
  EXPECT_EQ(MediaTypeOf("\x89PNG\r\n\x1a\n\0\0"s, "договор.pdf"), "image/png");
  EXPECT_EQ(MediaTypeOf("%PDF-1.7\n", "photo.png"), "application/pdf");
  EXPECT_EQ(MediaTypeOf("\xff\xd8\xff\xe0"s, ""), "image/jpeg");
  EXPECT_EQ(MediaTypeOf("", "photo.png"), "application/octet-stream");
  EXPECT_EQ(MediaTypeOf("a\0b"s, "note.txt"), "application/octet-stream");
}

TEST(MediaType, OfWhatABrowserWouldRunIsText) {
  for (const char* page : {"<!DOCTYPE html><script>alert(1)</script>", "<svg xmlns='http://www.w3.org/2000/svg'/>",
                           "<?xml version='1.0'?><html/>", "  <script>alert(1)</script>"}) {
    for (const char* name : {"page.html", "picture.svg", "picture.png", "a.docx"}) {
      EXPECT_EQ(MediaTypeOf(page, name), "text/plain") << page << name;
    }
  }
}

TEST(MediaType, TellsApartWhatIsPackedAlikeByItsName) {
  EXPECT_EQ(MediaTypeOf("PK\x03\x04", "Прайс.XLSX"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  EXPECT_EQ(MediaTypeOf("PK\x03\x04", "archive.zip"), "application/zip");
  EXPECT_EQ(MediaTypeOf("PK\x03\x04", "page.html"), "application/zip");
  EXPECT_EQ(MediaTypeOf("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Договор.doc"), "application/msword");
}

}  // namespace
}  // namespace voronka::crm
