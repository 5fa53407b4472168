#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <thread>

#include "tests/gateway/served/stand.h"
#include "tests/support/eventually.h"
#include "tests/support/grpc_web.h"
#include "tests/support/memory.h"
#include "tests/system/size.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;

constexpr size_t kMessage = 64 << 10;
// What gRPC, the gateway and the socket buffer for a stream that is not read.
constexpr int64_t kBytesOfAStalled = 8 << 20;
// Nothing was read for 30 s; noticed soon after.
constexpr auto kCutWithin = 45s;

class StalledReader : public Stand {
 protected:
  StalledReader() {
    const std::string news = "\x0a\x80\x80\x04" + std::string(kMessage, '\0');
    backend_.Behave(Always({.messages = {news}, .then = Reply::Then::kGoesOn}));
  }

  std::unique_ptr<HttpClient> Open() {
    auto http = std::make_unique<HttpClient>(gateway_.address());
    http->Send({.path = kSubscribe, .headers = {{"content-type", "application/grpc-web"}}, .body = Frame().Written()});
    http->ReadHead();
    return http;
  }

  // Once nothing more is sent.
  int64_t SentInAll() {
    int64_t before = -1;
    EXPECT_TRUE(Eventually([&] {
      const int64_t last = std::exchange(before, backend_.sent());
      std::this_thread::sleep_for(200ms);
      return last == before;
    }));
    return backend_.sent();
  }
};

TEST_F(StalledReader, IsWaitedForWithBoundedMemory) {
  const int readers = Size(50, 10);
  const int64_t sent_before = SentInAll();
  const int64_t memory_before = ResidentBytes(gateway_.process().pid());
  std::vector<std::unique_ptr<HttpClient>> readers_open;
  for (int i = 0; i < readers; ++i) readers_open.push_back(Open());

  const int64_t bytes_sent = (SentInAll() - sent_before) * static_cast<int64_t>(kMessage);
  const int64_t grown = ResidentBytes(gateway_.process().pid()) - memory_before;

  EXPECT_LE(bytes_sent, readers * kBytesOfAStalled) << "the services are not made to wait";
  EXPECT_LE(grown, readers * kBytesOfAStalled);
  EXPECT_EQ(http_.Ask({.verb = "GET", .path = "/healthz"}).status, 200);
}

TEST_F(StalledReader, IsFinallyDisconnected) {
  const auto cancelled = backend_.cancelled();
  const auto http = Open();

  EXPECT_TRUE(Eventually([&] { return backend_.cancelled() > cancelled; }, kCutWithin));
}

}  // namespace
}  // namespace voronka::testing
