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

// How to open streams of one kind, and how to read them as deliveries.
class StreamKind {
 public:
  virtual ~StreamKind() = default;

  // Resumes at `from`, the position after the last answer of the previous stream; if empty, the kind decides where to
  // begin.
  virtual std::unique_ptr<client::StreamReader> Open(client::Client& client, const Cursors& from) = 0;
  // The deliveries of one answer.
  virtual std::vector<Delivery> Read(const google::protobuf::Message& answer, Moment arrived) = 0;
};

// Follows a stream at the replicas in turn and records everything delivered. Now and then it cancels the stream, as
// networks do, and resumes at its position, or where the previous stream had begun.
class Follower {
 public:
  // The clients must outlive it.
  Follower(StreamRecord about, std::unique_ptr<StreamKind> kind, std::vector<client::Client*> replicas, uint64_t seed);
  ~Follower();

  StreamRecord record() const;
  Cursors position() const;

 private:
  void Follow(const std::stop_token& stop);
  // Until the stream ends or is cancelled.
  void FollowOne(client::Client& client, int answers, const std::stop_token& stop);
  void Begin();
  void Note(const google::protobuf::Message& answer);

  const std::unique_ptr<StreamKind> kind_;
  const std::vector<client::Client*> replicas_;
  Dice dice_;
  mutable std::mutex mutex_;
  StreamRecord record_;
  Cursors position_;
  // The last member, because it uses the others.
  std::jthread thread_;
};

// Follows the events of all accounts from the first, as a service.
std::unique_ptr<Follower> FollowEvents(std::vector<client::Client*> replicas, uint64_t seed);

// Follows a user's notifications, from now on.
std::unique_ptr<Follower> FollowInbox(int64_t account_id, int64_t user_id, std::vector<client::Client*> replicas,
                                      uint64_t seed);

}  // namespace voronka::testing
