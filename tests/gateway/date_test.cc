#include "gateway/http/date.h"

#include <gtest/gtest.h>

namespace voronka::gateway {
namespace {

TEST(HttpDate, IsInEnglishAndInGreenwich) {
  EXPECT_EQ(HttpDate(784'111'777), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(HttpDate(0), "Thu, 01 Jan 1970 00:00:00 GMT");
}

}  // namespace
}  // namespace voronka::gateway
