#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "tests/bench/callers.h"
#include "tests/support/account.h"
#include "tests/support/follower.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::bench {

// What an unread notification says, and when it reached a stream: microseconds since 1970 UTC.
struct Arrival {
  notifier::v1::Notification::Kind kind;
  int64_t account_id;
  int64_t deal_id;
  int64_t meant_for_micros;
  int64_t at_micros;
};

// Where streams connect: to the addresses in turn.
struct Servers {
  std::vector<std::string> addresses;
  int streams_of_a_connection = 50;
};

// Every replica of the notifier.
Servers NotifiersOf(testing::System& system);

// Streams of all managers of the accounts, which belong to one system.
class Subscribers {
 public:
  // Number of streams for each manager. Returns when all are answered: nothing that happens after that is missed.
  Subscribers(const std::vector<std::unique_ptr<testing::Account>>& accounts, int streams, const Servers& servers);

  std::vector<Arrival> Arrived(notifier::v1::Notification::Kind kind) const;

 private:
  using Stream = testing::Follower<notifier::v1::SubscribeRequest, notifier::v1::SubscribeResponse>;

  void Subscribe(const std::shared_ptr<grpc::Channel>& channel, int64_t account_id, client::Metadata credentials);
  void Note(int64_t account_id, const notifier::v1::SubscribeResponse& answer);
  void AwaitAnswers() const;

  mutable std::mutex mutex_;
  std::vector<Arrival> arrivals_;
  // The last member, because it uses the others.
  std::vector<std::unique_ptr<Stream>> streams_;
};

}  // namespace voronka::bench
