#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "tests/gateway/served/stand.h"
#include "tests/support/eventually.h"
#include "tests/support/grpc_web.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;

// gRPC rounds it up.
constexpr auto kRounding = 1s;

class Deadline : public Stand {
 protected:
  std::chrono::nanoseconds Left() const { return backend_.last().deadline - std::chrono::system_clock::now(); }

  HttpAnswer PostGrpcWeb(const std::string& timeout) {
    return Post(kGetDeal, Frame().Written(), {{"grpc-timeout", timeout}}, "application/grpc-web");
  }
};

TEST_F(Deadline, ReachesTheServiceThroughConnect) {
  Post(kGetDeal, "{}", {{"connect-timeout-ms", "20000"}});
  EXPECT_LE(Left(), 20s + kRounding);
  EXPECT_GE(Left(), 15s);
}

TEST_F(Deadline, ReachesTheServiceThroughGrpcWeb) {
  PostGrpcWeb("2M");
  EXPECT_LE(Left(), 2min + kRounding);
  EXPECT_GE(Left(), 1min);
}

TEST_F(Deadline, DefaultsToTheServices) {
  Post(kGetDeal, "{}");
  EXPECT_GE(Left(), 24h);
}

TEST_F(Deadline, IsReportedWhenItPasses) {
  backend_.Behave(Always({.then = Reply::Then::kWaits}));
  const auto cancelled = backend_.cancelled();

  EXPECT_EQ(Post(kGetDeal, "{}", {{"connect-timeout-ms", "100"}}).status, 504);
  const GrpcWebAnswer answer(PostGrpcWeb("100m"));

  EXPECT_EQ(StatusIn(answer.trailers).error_code(), grpc::DEADLINE_EXCEEDED);
  EXPECT_TRUE(Eventually([&] { return backend_.cancelled() == cancelled + 2; })) << "the service goes on in vain";
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
