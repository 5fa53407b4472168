#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "client/client.h"
#include "tests/system/faults/dice.h"
#include "tests/system/history/stream_record.h"

namespace voronka::testing {

// How streams of one kind are opened, and read as deliveries.
class StreamKind {
 public:
  virtual ~StreamKind() = default;

  // At where the last answer of the stream before stood, or with `from` empty wherever the kind begins.
  virtual std::unique_ptr<client::StreamReader> Open(client::Client& client, const Cursors& from) = 0;
  // What came in one answer.
  virtual std::vector<Delivery> Read(const google::protobuf::Message& answer, Moment arrived) = 0;
};

// Follows a stream at the replicas in turn and writes down all that it gives. It cuts the stream itself now and then,
// as networks do, and goes on from where it was, or from where the stream before had begun.
class Follower {
 public:
  // The clients must outlive it.
  Follower(StreamRecord about, std::unique_ptr<StreamKind> kind, std::vector<client::Client*> replicas, uint64_t seed);
  ~Follower();

  StreamRecord record() const;
  Cursors position() const;

 private:
  void Follow(const std::stop_token& stop);
  // Until the stream ends or is cut.
  void FollowOne(client::Client& client, int answers, const std::stop_token& stop);
  void Begin();
  void Note(const google::protobuf::Message& answer);

  const std::unique_ptr<StreamKind> kind_;
  const std::vector<client::Client*> replicas_;
  Dice dice_;
  mutable std::mutex mutex_;
  StreamRecord record_;
  Cursors position_;
  // The last member: it uses the others.
  std::jthread thread_;
};

// Of all accounts' events, from the first, with the client of a service.
std::unique_ptr<Follower> FollowEvents(std::vector<client::Client*> replicas, uint64_t seed);

// Of a user's notifications, from now on.
std::unique_ptr<Follower> FollowInbox(int64_t account_id, int64_t user_id, std::vector<client::Client*> replicas,
                                      uint64_t seed);

}  // namespace voronka::testing
