#include "foundation/events/stream_cursor.h"

#include <gtest/gtest.h>

#include "foundation/rpc/requests/error.h"
#include "foundation/security/base64url.h"

namespace voronka::events {
namespace {

std::string ReasonOf(const std::string& cursor) {
  try {
    DecodeCursor(cursor);
    return "accepted";
  } catch (const rpc::Error& error) {
    return error.reason();
  }
}

options::v1::StreamPosition Position(const std::string& history, int64_t offset) {
  options::v1::StreamPosition position;
  position.set_history(history);
  position.set_offset(offset);
  return position;
}

TEST(Cursors, HoldAPosition) {
  const auto position = DecodeCursor(EncodeCursor(Position("0123456789abcdef0123456789abcdef", 9'007'199'254'740'991)));
  ASSERT_TRUE(position);
  EXPECT_EQ(position->history(), "0123456789abcdef0123456789abcdef");
  EXPECT_EQ(position->offset(), 9'007'199'254'740'991);
}

TEST(Cursors, HoldNoPositionIfEmpty) { EXPECT_FALSE(DecodeCursor("")); }

TEST(Cursors, AreRefusedIfInvalid) {
  for (const std::string cursor : {"?", "AAAA", "привет", "/w"}) EXPECT_EQ(ReasonOf(cursor), "BAD_CURSOR") << cursor;
  EXPECT_EQ(ReasonOf(EncodeCursor(Position("", 5))), "BAD_CURSOR");
  EXPECT_EQ(ReasonOf(EncodeCursor(Position("abc", -5))), "BAD_CURSOR");
}

}  // namespace
}  // namespace voronka::events
