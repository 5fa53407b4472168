#include <gmock/gmock.h>

#include <atomic>
#include <thread>
#include <vector>

#include "client/client.h"
#include "tests/client/fake_services.h"

namespace voronka::client {
namespace {

using namespace std::chrono_literals;
using grpc::StatusCode;
using notifier::v1::SubscribeRequest;
using notifier::v1::SubscribeResponse;

grpc::Status WaitForCancel(const grpc::ServerContext& context) {
  while (!context.IsCancelled()) std::this_thread::yield();
  return grpc::Status::CANCELLED;
}

class Streams : public testing::Test {
 protected:
  Stream<SubscribeResponse> Open(const StreamOptions& options = {}) {
    return client_.Open<SubscribeResponse>(SubscribeRequest(), options);
  }

  FakeInbox inbox_;
  TestServer server_{&inbox_};
  Channels channels_{server_.endpoints()};
  Client client_{channels_};
};

TEST_F(Streams, ReturnTheMessagesInOrderAndThenTheEnd) {
  inbox_.subscribe = [](auto&, auto&, FakeInbox::Writer& writer) {
    for (const char* cursor : {"1", "2", "3"}) writer.Write(Bookmark(cursor));
    return grpc::Status::OK;
  };
  auto stream = Open();
  for (const char* cursor : {"1", "2", "3"}) EXPECT_EQ(stream.NextWithin(5s)->cursor(), cursor);
  EXPECT_EQ(stream.NextWithin(5s), std::nullopt);
  EXPECT_TRUE(stream.ended());
}

TEST_F(Streams, ReturnWhatHasArrivedWithoutWaiting) {
  inbox_.subscribe = [](auto& context, auto&, FakeInbox::Writer& writer) {
    for (const char* cursor : {"1", "2"}) writer.Write(Bookmark(cursor));
    return WaitForCancel(context);
  };
  auto stream = Open();
  EXPECT_EQ(stream.NextWithin(5s)->cursor(), "1");
  std::optional<SubscribeResponse> second;
  while (!second) second = stream.NextArrived();
  EXPECT_EQ(second->cursor(), "2");
  EXPECT_EQ(stream.NextArrived(), std::nullopt);
  EXPECT_FALSE(stream.ended());
}

TEST_F(Streams, ReportTheErrorAfterTheLastMessage) {
  inbox_.subscribe = [](auto&, auto&, FakeInbox::Writer& writer) {
    writer.Write(Bookmark("1"));
    return grpc::Status(StatusCode::UNAVAILABLE, "going away");
  };
  auto stream = Open();
  EXPECT_EQ(stream.NextWithin(5s)->cursor(), "1");
  EXPECT_THROW(stream.NextWithin(5s), CallFailed);
  EXPECT_TRUE(stream.ended());
}

TEST_F(Streams, ReturnNothingAtTheDeadlineAndContinue) {
  std::atomic<bool> asked = false;
  inbox_.subscribe = [&asked](grpc::ServerContext& context, auto&, FakeInbox::Writer& writer) {
    while (!asked) std::this_thread::yield();
    writer.Write(Bookmark("late"));
    return WaitForCancel(context);
  };
  auto stream = Open();
  EXPECT_EQ(stream.NextWithin(50ms), std::nullopt);
  EXPECT_FALSE(stream.ended());
  asked = true;
  EXPECT_EQ(stream.NextWithin(5s)->cursor(), "late");
}

TEST_F(Streams, CanBeCancelledFromAnotherThreadDuringARead) {
  inbox_.subscribe = [](grpc::ServerContext& context, auto&, auto&) { return WaitForCancel(context); };
  auto stream = Open();
  std::jthread canceller([&stream] { stream.Cancel(); });
  EXPECT_EQ(stream.Next(std::chrono::steady_clock::time_point::max()), std::nullopt);
  EXPECT_TRUE(stream.ended());
}

TEST_F(Streams, EndOnTheServerWhenTheyGoOutOfScope) {
  std::atomic<bool> ended = false;
  inbox_.subscribe = [&ended](grpc::ServerContext& context, auto&, FakeInbox::Writer& writer) {
    writer.Write(Bookmark("1"));
    WaitForCancel(context);
    ended = true;
    return grpc::Status::OK;
  };
  {
    auto stream = Open();
    ASSERT_TRUE(stream.NextWithin(5s));
  }
  while (!ended) std::this_thread::yield();
}

TEST_F(Streams, LoseNoMessageOfASlowReader) {
  constexpr int kMessages = 2'000;
  inbox_.subscribe = [](auto&, auto&, FakeInbox::Writer& writer) {
    for (int i = 0; i < kMessages; ++i) writer.Write(Bookmark(std::to_string(i)));
    return grpc::Status::OK;
  };
  auto stream = Open();
  for (int i = 0; i < kMessages; ++i) ASSERT_EQ(stream.NextWithin(5s)->cursor(), std::to_string(i));
  EXPECT_EQ(stream.NextWithin(5s), std::nullopt);
}

TEST_F(Streams, CanBeCancelledWithUnreadMessages) {
  inbox_.subscribe = [](grpc::ServerContext& context, auto&, FakeInbox::Writer& writer) {
    while (!context.IsCancelled()) writer.Write(Bookmark("again"));
    return grpc::Status::CANCELLED;
  };
  auto stream = Open();
  ASSERT_TRUE(stream.NextWithin(5s));
}

TEST_F(Streams, EndAtTheirTimeout) {
  inbox_.subscribe = [](grpc::ServerContext& context, auto&, auto&) { return WaitForCancel(context); };
  auto stream = Open({.timeout = 50ms});
  try {
    stream.NextWithin(5s);
    FAIL() << "no error";
  } catch (const CallFailed& failure) {
    EXPECT_EQ(failure.code(), StatusCode::DEADLINE_EXCEEDED);
  }
}

TEST_F(Streams, ReportThatNobodyListens) {
  const Channels nowhere(Endpoints{.addresses = {{"notifier", "127.0.0.1:1"}}, .tls = {}});
  auto stream = Client(nowhere).Open<SubscribeResponse>(SubscribeRequest());
  EXPECT_THROW(stream.NextWithin(5s), CallFailed);
}

}  // namespace
}  // namespace voronka::client
