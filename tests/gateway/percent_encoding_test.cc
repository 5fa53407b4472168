#include "gateway/dialects/percent_encoding.h"

#include <gmock/gmock.h>

namespace voronka::gateway {
namespace {

TEST(PercentEncoding, KeepsPrintableAscii) { EXPECT_EQ(PercentEncoded("100% ы\n"), "100%25 %D1%8B%0A"); }

TEST(PercentEncoding, CanBeDecoded) { EXPECT_EQ(PercentDecoded("100%25 %D1%8b%0A"), "100% ы\n"); }

TEST(PercentEncoding, LeavesInvalidEscapes) { EXPECT_EQ(PercentDecoded("%%4 %+1 %zz %"), "%%4 %+1 %zz %"); }

}  // namespace
}  // namespace voronka::gateway
