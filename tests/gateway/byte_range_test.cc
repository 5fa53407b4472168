#include "gateway/downloads/byte_range.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "gateway/downloads/attachment_name.h"

namespace voronka::gateway {
namespace {

// `2-5`, without the end; empty: the whole; `outside`.
std::string Asked(std::string_view header, int64_t size) {
  const AskedRange asked = RangeIn(header, size);
  if (asked.is_outside) return "outside";
  return asked.range ? std::to_string(asked.range->begin) + "-" + std::to_string(asked.range->end) : "";
}

TEST(ByteRange, IsReadAsHttpWritesIt) {
  EXPECT_EQ(Asked("bytes=2-4", 10), "2-5");
  EXPECT_EQ(Asked("bytes=2-", 10), "2-10");
  EXPECT_EQ(Asked("bytes=0-0", 10), "0-1");
  EXPECT_EQ(Asked("bytes=-3", 10), "7-10");
}

TEST(ByteRange, EndsWhereTheFileDoes) {
  EXPECT_EQ(Asked("bytes=8-99999999999999999999999", 10), "8-10");
  EXPECT_EQ(Asked("bytes=-100", 10), "0-10");
}

TEST(ByteRange, MayBeOutside) {
  for (const char* header : {"bytes=10-", "bytes=10-20", "bytes=-0", "bytes=99999999999999999999-"}) {
    EXPECT_EQ(Asked(header, 10), "outside") << header;
  }
  EXPECT_EQ(Asked("bytes=-1", 0), "outside");
}

TEST(ByteRange, IsLeftOutIfItIsNotUnderstood) {
  for (const char* header : {"", "bytes=", "bytes=-", "bytes=4-2", "bytes=a-b", "bytes=1-2,4-5", "lines=1-2",
                             "bytes=--1", "bytes= 1-2", "bytes=1"}) {
    EXPECT_EQ(Asked(header, 10), "") << header;
  }
}

TEST(AttachmentName, SaysTheNameInTwoWays) {
  EXPECT_EQ(AttachmentNamed("price list.pdf"),
            "attachment; filename=\"price list.pdf\"; filename*=UTF-8''price%20list.pdf");
  EXPECT_EQ(AttachmentNamed("Ж.txt"), "attachment; filename=\"__.txt\"; filename*=UTF-8''%D0%96.txt");
}

TEST(AttachmentName, CannotEndItsHeader) {
  EXPECT_EQ(AttachmentNamed("a\"\r\n;%b"), "attachment; filename=\"a_____b\"; filename*=UTF-8''a%22%0D%0A%3B%25b");
}

}  // namespace
}  // namespace voronka::gateway
