#include "foundation/storage/rows/value.h"

#include <google/protobuf/timestamp.pb.h>
#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

namespace voronka::storage {
namespace {

enum class Level : uint8_t { kHigh = 3 };

TEST(Values, AreMadeFromTheTypesTheyHold) {
  EXPECT_TRUE(Value(std::nullopt).IsNull());
  EXPECT_TRUE(Value(std::optional<int64_t>()).IsNull());
  EXPECT_EQ(Value(std::optional(5)).Int(), 5);
  EXPECT_EQ(Value(true).Int(), 1);
  EXPECT_EQ(Value(Level::kHigh).Int(), 3);
  EXPECT_EQ(Value("text").Text(), "text");
}

TEST(Values, HoldTimestampsAsMicroseconds) {
  google::protobuf::Timestamp instant;
  instant.set_seconds(-1);
  instant.set_nanos(250'000'000);
  EXPECT_EQ(Value(instant).Int(), -750'000);
}

TEST(Values, ReadDecimalsExactly) {
  EXPECT_EQ(Value("9223372036854775807").Int(), std::numeric_limits<int64_t>::max());
  EXPECT_THROW(Value("9223372036854775808").Int(), std::logic_error);
  EXPECT_THROW(Value("1.5").Int(), std::logic_error);
}

TEST(Values, RefuseNumbersOutOfRange) {
  EXPECT_THROW(Value(std::numeric_limits<uint64_t>::max()).Int(), std::logic_error);
  EXPECT_THROW(Value(-1).Unsigned(), std::logic_error);
}

TEST(Values, RefuseToReadNull) {
  EXPECT_THROW(Value().Int(), std::logic_error);
  EXPECT_THROW(Value().Text(), std::logic_error);
  EXPECT_THROW(Value().Double(), std::logic_error);
}

}  // namespace
}  // namespace voronka::storage
