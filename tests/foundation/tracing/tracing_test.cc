#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <stdexcept>

#include "foundation/tracing/call_trace.h"
#include "tests/support/eventually.h"
#include "tests/support/trace_collector.h"

namespace voronka::tracing {
namespace {

using namespace std::chrono_literals;
using process::EndedSpan;
using testing::Eventually;
using ::testing::HasSubstr;
using testing::TraceCollector;

constexpr char kSampled[] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
constexpr char kUnsampled[] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
constexpr char kTraceId[] = "0af7651916cd43dd8448eb211c80319c";
constexpr char kCallersSpan[] = "b7ad6b7169203331";
// Nobody listens there.
constexpr char kNowhere[] = "http://127.0.0.1:1/v1/traces";

config::v1::Traces To(const std::string& endpoint, double share = 1) {
  config::v1::Traces traces;
  traces.set_endpoint(endpoint);
  traces.set_sample(share);
  return traces;
}

class Traces : public ::testing::Test {
 protected:
  bool Shows(const std::string& line) const {
    return metrics_.Page().find("voronka_" + line + "\n") != std::string::npos;
  }

  process::Log log_{config::v1::Log()};
  process::Metrics metrics_;
  TraceCollector collector_;
};

TEST_F(Traces, OfACallReachTheCollector) {
  Tracer tracer(To(collector_.endpoint()), log_, metrics_);
  const CallTrace call(tracer, kSampled);
  {
    const process::TraceScope scope(call.trace());
    const process::Span span("transaction");
  }
  call.End({.name = "MoveDeal", .attributes = {{"rpc.system", "grpc"}}, .error = "INTERNAL"});
  ASSERT_TRUE(Eventually([&] { return collector_.spans().size() == 2; }));
  const auto served = collector_.Find("tracing_test", "MoveDeal");
  const auto transaction = collector_.Find("tracing_test", "transaction");
  ASSERT_TRUE(served && transaction);
  EXPECT_EQ(served->trace_id, kTraceId);
  EXPECT_EQ(served->parent_id, kCallersSpan);
  EXPECT_EQ(served->json.at("kind"), 2);
  EXPECT_EQ(served->json.at("status").at("message"), "INTERNAL");
  EXPECT_EQ(served->json.at("attributes").at(0).at("value").at("stringValue"), "grpc");
  EXPECT_EQ(transaction->trace_id, kTraceId);
  EXPECT_EQ(transaction->parent_id, served->span_id);
  EXPECT_FALSE(transaction->json.contains("status"));
  EXPECT_LE(std::stoll(served->json.at("startTimeUnixNano").get<std::string>()),
            std::stoll(transaction->json.at("startTimeUnixNano").get<std::string>()));
  EXPECT_TRUE(Eventually([&] { return Shows("spans_sent_total 2"); }));
}

TEST_F(Traces, ShowThatAnExceptionEndedASpan) {
  Tracer tracer(To(collector_.endpoint()), log_, metrics_);
  const CallTrace call(tracer, kSampled);
  const process::TraceScope scope(call.trace());
  EXPECT_THROW(
      {
        const process::Span span("transaction");
        throw std::runtime_error("deadlock");
      },
      std::runtime_error);
  ASSERT_TRUE(Eventually([&] { return collector_.spans().size() == 1; }));
  EXPECT_TRUE(collector_.spans()[0].json.contains("status"));
}

TEST_F(Traces, BeginAnewIfTheCallersHeaderIsMissingOrNotValid) {
  Tracer tracer(To(collector_.endpoint()), log_, metrics_);
  for (const char* header : {"", "00-1-2-01"}) {
    const CallTrace call(tracer, header);
    ASSERT_TRUE(call.is_sent());
    EXPECT_NE(process::Hex(call.trace()->context.trace_id), kTraceId);
    EXPECT_TRUE(process::ParseTraceParent(process::TraceParentOf(call.trace()->context)));
  }
}

TEST_F(Traces, AreSentInTheShareThatIsConfigured) {
  Tracer none(To(collector_.endpoint(), 0), log_, metrics_);
  const CallTrace begun(none, "");
  EXPECT_FALSE(begun.is_sent());
  EXPECT_FALSE(begun.trace()->context.sampled());
  EXPECT_TRUE(CallTrace(none, kSampled).is_sent());
}

TEST_F(Traces, ThatTheCallerDoesNotSampleArePassedOnAsTheyAre) {
  Tracer tracer(To(collector_.endpoint()), log_, metrics_);
  const CallTrace call(tracer, kUnsampled);
  EXPECT_FALSE(call.is_sent());
  EXPECT_EQ(process::TraceParentOf(call.trace()->context), kUnsampled);
}

TEST_F(Traces, ArePassedOnAsTheyAreWhereTheyAreOff) {
  Tracer off({}, log_, metrics_);
  const CallTrace call(off, kSampled);
  EXPECT_FALSE(call.is_sent());
  EXPECT_EQ(process::TraceParentOf(call.trace()->context), kSampled);
  EXPECT_EQ(CallTrace(off, "").trace(), nullptr);
  EXPECT_EQ(CallTrace(off, "00-1-2-01").trace(), nullptr);
  EXPECT_THAT(metrics_.Page(), ::testing::Not(HasSubstr("voronka_spans")));
}

TEST_F(Traces, AreDroppedAndCountedWhileTheCollectorIsAway) {
  Tracer tracer(To(kNowhere), log_, metrics_);
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 20'000; ++i) CallTrace(tracer, kSampled).End({.name = "MoveDeal"});
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
  EXPECT_TRUE(Eventually([&] { return Shows("spans_dropped_total 20000"); })) << metrics_.Page();
  EXPECT_TRUE(Shows("spans_sent_total 0"));
}

TEST_F(Traces, AreDroppedAndCountedIfTheCollectorRefuses) {
  Tracer tracer(To(collector_.endpoint()), log_, metrics_);
  collector_.AnswerWith(503);
  CallTrace(tracer, kSampled).End({.name = "MoveDeal"});
  EXPECT_TRUE(Eventually([&] { return Shows("spans_dropped_total 1"); }));
  collector_.AnswerWith(200);
  CallTrace(tracer, kSampled).End({.name = "MoveDeal"});
  EXPECT_TRUE(Eventually([&] { return Shows("spans_sent_total 1"); }));
}

TEST_F(Traces, AreSentBeforeTheProcessEnds) {
  {
    Tracer tracer(To(collector_.endpoint()), log_, metrics_);
    CallTrace(tracer, kSampled).End({.name = "MoveDeal"});
  }
  EXPECT_EQ(collector_.spans().size(), 1U);
}

// Whatever callers put into a request id.
TEST_F(Traces, HoldNoLongOrMalformedText) {
  Tracer tracer(To(collector_.endpoint()), log_, metrics_);
  CallTrace(tracer, kSampled).End({.name = "MoveDeal", .attributes = {{"voronka.request_id", "\xff"}}});
  CallTrace(tracer, kSampled).End({.name = std::string(100'000, 'x')});
  ASSERT_TRUE(Eventually([&] { return collector_.spans().size() == 2; }));
  for (const auto& span : collector_.spans()) EXPECT_LE(span.name.size(), 256U);
}

}  // namespace
}  // namespace voronka::tracing
