#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <future>

#include "tests/gateway/served/stand.h"
#include "tests/support/eventually.h"
#include "tests/support/grpc_web.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;

// A gateway that is told to stop while calls are in flight.
class Drain : public ::testing::Test {
 protected:
  static constexpr char kGetDeal[] = "/voronka.crm.v1.DealService/GetDeal";
  static constexpr char kSubscribe[] = "/voronka.notifier.v1.InboxService/Subscribe";

  explicit Drain(int grace_seconds = 30) : gateway_(backend_.address(), WithGrace(grace_seconds)) {}

  static config::v1::Gateway WithGrace(int seconds) {
    config::v1::Gateway configuration;
    configuration.mutable_stop_grace()->set_seconds(seconds);
    return configuration;
  }

  void Begin(HttpClient& http, const std::string& path, const std::string& content_type, const std::string& body) {
    const auto before = backend_.calls();
    http.Send({.path = path, .headers = {{"content-type", content_type}}, .body = body});
    ASSERT_TRUE(Eventually([&] { return backend_.calls() == before + 1; }));
  }

  void Stop() { kill(gateway_.process().pid(), SIGTERM); }
  std::optional<int> AwaitEnd() { return gateway_.process().AwaitEnd(20s); }
  bool Refuses() {
    try {
      HttpClient(gateway_.address()).Ask({.verb = "GET", .path = "/healthz"});
      return false;
    } catch (const HttpFailure&) {
      return true;
    }
  }

  Backend backend_{Always({.messages = {""}, .then = Reply::Then::kWaits})};
  LoneGateway gateway_;
};

TEST_F(Drain, LetsCallsFinishAndRefusesNewConnections) {
  HttpClient http(gateway_.address());
  Begin(http, kGetDeal, "application/proto", "");

  Stop();
  EXPECT_TRUE(Eventually([&] { return Refuses(); }));
  backend_.Release();

  const HttpAnswer answer = http.ReadAnswer();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("connection"), "close");
  EXPECT_EQ(AwaitEnd(), 0);
}

TEST_F(Drain, TellsStreamsToReconnect) {
  HttpClient http(gateway_.address());
  Begin(http, kSubscribe, "application/grpc-web", Frame().Written());
  http.ReadHead();
  FrameStream frames(http);
  EXPECT_EQ(frames.Next().value().flags, 0);

  Stop();

  EXPECT_EQ(StatusIn(TrailersIn(frames.Next().value())).error_code(), grpc::UNAVAILABLE);
  EXPECT_FALSE(frames.Next());
  EXPECT_EQ(AwaitEnd(), 0);
}

TEST_F(Drain, ClosesIdleConnections) {
  HttpClient http(gateway_.address());
  http.Ask({.verb = "GET", .path = "/healthz"});

  Stop();

  EXPECT_TRUE(http.IsClosedWithin(10s));
  EXPECT_EQ(AwaitEnd(), 0);
}

class ImpatientDrain : public Drain {
 protected:
  ImpatientDrain() : Drain(1) {}
};

TEST_F(ImpatientDrain, CutsCallsThatOutlastTheGracePeriod) {
  HttpClient http(gateway_.address());
  Begin(http, kGetDeal, "application/proto", "");

  Stop();

  EXPECT_TRUE(http.IsClosedWithin(10s));
  EXPECT_EQ(AwaitEnd(), 0);
}

}  // namespace
}  // namespace voronka::testing
