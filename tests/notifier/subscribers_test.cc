#include "notifier/streams/subscribers.h"

#include <gtest/gtest.h>

#include "tests/notifier/people.h"
#include "tests/notifier/replica.h"

namespace voronka::notifier {
namespace {

constexpr int kPartition = rpc::PartitionOf(kAccount);

struct CountedStream : rpc::OpenStream {
  void Wake() override { ++wakes; }
  void Tick(std::chrono::steady_clock::time_point) override {}
  void End() override {}
  int wakes = 0;
};

class SubscribersTest : public ::testing::Test {
 protected:
  // A stream is woken when it is added.
  std::shared_ptr<CountedStream> StreamOf(int64_t user_id) {
    auto stream = std::make_shared<CountedStream>();
    streams_.Add({kAccount, user_id}, stream);
    stream->wakes = 0;
    return stream;
  }

  Installation installation_;
  Replica replica_{installation_};
  rpc::StreamRegistry streams_;
  Subscribers subscribers_{streams_, replica_.host.log};
};

TEST_F(SubscribersTest, AreWokenByNewNotifications) {
  const auto anna = StreamOf(2);
  const auto boris = StreamOf(3);
  replica_.TellUser(kAccount, 2, 1);
  replica_.TellUser(kAccount, 3, 2);
  replica_.TellUser(kAccount, 2, 3);
  subscribers_.Wake(replica_.db, kPartition, 2, 3);
  EXPECT_EQ(anna->wakes, 1);
  EXPECT_EQ(boris->wakes, 0);
}

TEST_F(SubscribersTest, AreWokenLaterIfTheDatabaseWasUnavailable) {
  config::v1::Database nowhere;
  nowhere.set_unix_socket("/nonexistent/socket");
  storage::Connection away(nowhere);
  const auto anna = StreamOf(2);
  const auto boris = StreamOf(3);
  replica_.TellUser(kAccount, 2, 1);
  replica_.TellUser(kAccount, 3, 2);
  subscribers_.Wake(away, kPartition, 0, 1);
  subscribers_.Wake(away, kPartition, 1, 2);
  EXPECT_EQ(anna->wakes + boris->wakes, 0);
  subscribers_.WakeMissed(replica_.db);
  EXPECT_EQ(anna->wakes, 1);
  EXPECT_EQ(boris->wakes, 1);
  subscribers_.WakeMissed(replica_.db);
  EXPECT_EQ(anna->wakes, 1);
}

}  // namespace
}  // namespace voronka::notifier
