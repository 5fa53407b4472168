#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "tests/gateway/served/stand.h"
#include "tests/support/eventually.h"
#include "tests/support/grpc_web.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;

// gRPC rounds it.
constexpr auto kRounding = 1s;

class Deadline : public Stand {
 protected:
  using Moment = std::chrono::system_clock::time_point;

  // However long the call itself has taken since it began.
  void ExpectLeft(std::chrono::nanoseconds timeout, Moment began) const {
    EXPECT_GE(backend_.last().deadline - began, timeout - kRounding);
    EXPECT_LE(backend_.last().deadline - std::chrono::system_clock::now(), timeout + kRounding);
  }
  static Moment Now() { return std::chrono::system_clock::now(); }

  HttpAnswer PostGrpcWeb(const std::string& timeout) {
    return Post(kGetDeal, Frame().Written(), {{"grpc-timeout", timeout}}, "application/grpc-web");
  }
};

TEST_F(Deadline, ReachesTheServiceThroughConnect) {
  const auto began = Now();
  Post(kGetDeal, "{}", {{"connect-timeout-ms", "20000"}});
  ExpectLeft(20s, began);
}

TEST_F(Deadline, ReachesTheServiceThroughGrpcWeb) {
  const auto began = Now();
  PostGrpcWeb("2M");
  ExpectLeft(2min, began);
}

TEST_F(Deadline, DefaultsToTheServices) {
  Post(kGetDeal, "{}");
  EXPECT_GE(backend_.last().deadline - Now(), 24h);
}

TEST_F(Deadline, IsReportedWhenItPasses) {
  backend_.Behave(Always({.then = Reply::Then::kWaits}));
  const auto called = backend_.calls();
  const auto cancelled = backend_.cancelled();

  EXPECT_EQ(Post(kGetDeal, "{}", {{"connect-timeout-ms", "1000"}}).status, 504);
  const GrpcWebAnswer answer(PostGrpcWeb("1S"));

  EXPECT_EQ(StatusIn(answer.trailers).error_code(), grpc::DEADLINE_EXCEEDED);
  // On a slow machine, the time may pass before a call has come to the service.
  EXPECT_TRUE(Eventually([&] { return backend_.cancelled() - cancelled == backend_.calls() - called; }))
      << "the service goes on in vain";
}

TEST_F(Deadline, IsRefusedIfInvalid) {
  for (const char* timeout : {"soon", "-1", "1.5", "12345678901", "1S"}) {
    EXPECT_EQ(Post(kGetDeal, "{}", {{"connect-timeout-ms", timeout}}).status, 400) << timeout;
  }
  for (const char* timeout : {"S", "1", "-1S", "123456789S", "1x"}) {
    EXPECT_EQ(StatusIn(GrpcWebAnswer(PostGrpcWeb(timeout)).trailers).error_code(), grpc::INVALID_ARGUMENT) << timeout;
  }
}

}  // namespace
}  // namespace voronka::testing
