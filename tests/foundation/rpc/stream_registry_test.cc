#include "foundation/rpc/streams/stream_registry.h"

#include <gtest/gtest.h>

#include <thread>

namespace voronka::rpc {
namespace {

constexpr StreamRegistry::Topic kAnna{1, 2};
constexpr StreamRegistry::Topic kBoris{1, 3};

struct CountingStream : OpenStream {
  void Wake() override { ++woken; }
  void Tick(std::chrono::steady_clock::time_point now) override { ticked = now; }
  void End() override { ++ended; }

  std::atomic<int> woken = 0;
  std::chrono::steady_clock::time_point ticked;
  std::atomic<int> ended = 0;
};

TEST(StreamRegistries, WakeAStreamWhenItOpens) {
  StreamRegistry registry;
  const auto stream = std::make_shared<CountingStream>();
  registry.Add(kAnna, stream);
  EXPECT_EQ(stream->woken, 1);
}

TEST(StreamRegistries, WakeEveryStreamOfATopicAndNoOthers) {
  StreamRegistry registry;
  const auto phone = std::make_shared<CountingStream>();
  const auto desk = std::make_shared<CountingStream>();
  const auto other = std::make_shared<CountingStream>();
  registry.Add(kAnna, phone);
  registry.Add(kAnna, desk);
  registry.Add(kBoris, other);
  registry.Wake(kAnna);
  EXPECT_EQ(phone->woken, 2);
  EXPECT_EQ(desk->woken, 2);
  EXPECT_EQ(other->woken, 1);
}

TEST(StreamRegistries, ForgetAStreamThatIsRemoved) {
  StreamRegistry registry;
  const auto phone = std::make_shared<CountingStream>();
  const auto desk = std::make_shared<CountingStream>();
  registry.Add(kAnna, phone);
  registry.Add(kAnna, desk);
  registry.Remove(kAnna, phone.get());
  registry.Remove(kAnna, phone.get());
  registry.Wake(kAnna);
  EXPECT_EQ(phone->woken, 1);
  EXPECT_EQ(desk->woken, 2);
  EXPECT_EQ(registry.Size(), 1U);
}

TEST(StreamRegistries, PassTheTimeToEveryStream) {
  StreamRegistry registry;
  const auto stream = std::make_shared<CountingStream>();
  registry.Add(kAnna, stream);
  const auto later = std::chrono::steady_clock::now() + std::chrono::hours(1);
  registry.TickAll(later);
  EXPECT_EQ(stream->ticked, later);
}

TEST(StreamRegistries, EndEveryStreamAndAnyThatComeLater) {
  StreamRegistry registry;
  const auto before = std::make_shared<CountingStream>();
  const auto after = std::make_shared<CountingStream>();
  registry.Add(kAnna, before);
  registry.EndAll();
  registry.Add(kAnna, after);
  EXPECT_EQ(before->ended, 1);
  EXPECT_EQ(after->ended, 1);
}

// Finishes as soon as it is told to, and so leaves while the registry iterates over its streams.
struct LeavingStream : CountingStream {
  explicit LeavingStream(StreamRegistry& streams) : registry(streams) {}
  void End() override { registry.Remove(kAnna, this); }
  StreamRegistry& registry;
};

TEST(StreamRegistries, LetStreamsLeaveWhileTheyAreBeingEnded) {
  StreamRegistry registry;
  for (int i = 0; i < 10; ++i) registry.Add(kAnna, std::make_shared<LeavingStream>(registry));
  registry.EndAll();
  EXPECT_EQ(registry.Size(), 0U);
}

TEST(StreamRegistries, LoseNoStreamWhenManyComeAndGo) {
  StreamRegistry registry;
  std::vector<std::jthread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&] {
      for (int i = 0; i < 500; ++i) {
        const auto stream = std::make_shared<CountingStream>();
        registry.Add(kAnna, stream);
        registry.Wake(kAnna);
        registry.TickAll();
        registry.Remove(kAnna, stream.get());
        EXPECT_GE(stream->woken, 2);
      }
    });
  }
  threads.clear();
  EXPECT_EQ(registry.Size(), 0U);
}

}  // namespace
}  // namespace voronka::rpc
