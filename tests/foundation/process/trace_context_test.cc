#include "foundation/process/trace_context.h"

#include <gtest/gtest.h>

#include <set>

#include "foundation/process/span.h"

namespace voronka::process {
namespace {

constexpr char kValid[] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

TEST(TraceParent, IsReadAndWritten) {
  const auto context = ParseTraceParent(kValid);
  ASSERT_TRUE(context);
  EXPECT_EQ(Hex(context->trace_id), "0af7651916cd43dd8448eb211c80319c");
  EXPECT_EQ(Hex(context->span_id), "b7ad6b7169203331");
  EXPECT_TRUE(context->sampled());
  EXPECT_EQ(TraceParentOf(*context), kValid);
  EXPECT_FALSE(ParseTraceParent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00")->sampled());
}

// As the specification asks: what is known of a later version is used, and version 00 is written.
TEST(TraceParent, OfALaterVersionIsRead) {
  for (const char* later : {"cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                            "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-09-more"}) {
    const auto context = ParseTraceParent(later);
    ASSERT_TRUE(context) << later;
    EXPECT_EQ(TraceParentOf(*context), kValid);
  }
}

TEST(TraceParent, IsIgnoredIfItIsNotValid) {
  for (const char* wrong : {"", "00", "00-1-2-01",
                            // No trace, no span, an impossible version.
                            "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                            "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                            "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                            // Upper case, other characters, other separators.
                            "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                            "00-0af7651916cd43dd8448eb211c80319g-b7ad6b7169203331-01",
                            "00_0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0x",
                            // Too long for version 00, without a dash for a later one.
                            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                            "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01more"}) {
    EXPECT_FALSE(ParseTraceParent(wrong)) << wrong;
  }
}

TEST(TraceIds, DifferAndAreNotZero) {
  std::set<TraceId> traces;
  std::set<SpanId> spans;
  for (int i = 0; i < 1'000; ++i) {
    traces.insert(NewTraceId());
    spans.insert(NewSpanId());
  }
  EXPECT_EQ(traces.size(), 1'000U);
  EXPECT_EQ(spans.size(), 1'000U);
  EXPECT_FALSE(traces.contains(TraceId{}));
  EXPECT_FALSE(spans.contains(SpanId{}));
}

}  // namespace
}  // namespace voronka::process
