#include "tests/bench/edge/edge_streams.h"

#include <chrono>
#include <memory>
#include <thread>
#include <vector>

#include "tests/bench/floor_process.h"
#include "tests/support/http_client.h"
#include "tests/support/lone_gateway.h"
#include "tests/support/memory.h"

namespace voronka::bench {
namespace {

constexpr int kStreams = 1'000;
// Opened and closed before the measurement, because the first streams of a process cost extra.
constexpr int kFirstStreams = 100;
constexpr std::chrono::seconds kSettle(2);
constexpr double kKilobytes = 40;

using Streams = std::vector<std::unique_ptr<testing::HttpClient>>;

Streams Open(const std::string& gateway, int count) {
  Streams streams;
  for (int i = 0; i < count; ++i) {
    auto& http = *streams.emplace_back(std::make_unique<testing::HttpClient>(gateway));
    http.Send({.path = "/voronka.notifier.v1.InboxService/Subscribe",
               .headers = {{"content-type", "application/grpc-web"}},
               .body = std::string(5, '\0')});
    http.ReadHead();
    http.ReadPiece();
  }
  return streams;
}

}  // namespace

void MeasureEdgeStreams(Report& report) {
  const testing::Janitor janitor;
  const auto bare = FloorProcess(Floor(), "bare", janitor);
  bare->Start();
  bare->WaitServing();
  testing::LoneGateway gateway(bare->address());
  const auto memory = [&] { return testing::ResidentBytes(gateway.process().pid()); };
  Open(gateway.address(), kFirstStreams).clear();
  std::this_thread::sleep_for(kSettle);
  const auto before = memory();
  const Streams streams = Open(gateway.address(), kStreams);
  std::this_thread::sleep_for(kSettle);
  const double kilobytes = static_cast<double>(memory() - before) / 1024 / kStreams;
  report.Add({.what = "an open stream in the gateway",
              .ours = fmt::format("{:.1f} KB", kilobytes),
              .goal = fmt::format("≤ {} KB", kKilobytes),
              .met = kilobytes <= kKilobytes});
}

}  // namespace voronka::bench
