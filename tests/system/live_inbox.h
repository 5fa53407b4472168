#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "client/client.h"
#include "tests/system/moments.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::testing {

// An unread notification as it reached a live stream.
struct Arrival {
  notifier::v1::Notification notification;
  Moment at;
};

// What to look for; 0 matches any.
struct Wanted {
  notifier::v1::Notification::Kind kind = notifier::v1::Notification::KIND_UNSPECIFIED;
  int64_t deal_id = 0;
  int64_t task_id = 0;
};

// Follows a person's notifications like a browser: when a resumable stream ends, it continues from the last cursor at
// the next replica.
class LiveInbox {
 public:
  // The person's clients, one for each replica, the first to use first; they must outlive it. Returns when the stream
  // has been answered: nothing that happens after that is missed.
  explicit LiveInbox(std::vector<client::Client*> replicas);
  ~LiveInbox();

  // Also finds earlier arrivals. Nothing if the patience ends first.
  std::optional<Arrival> Await(const Wanted& wanted,
                               std::chrono::milliseconds patience = std::chrono::seconds(30)) const;
  std::vector<Arrival> Arrived(const Wanted& wanted = {}) const;

  // How and when each of its streams ended.
  struct End {
    grpc::StatusCode code;
    Moment at;
  };
  std::vector<End> ends() const;
  std::optional<End> AwaitEnd(std::chrono::milliseconds patience) const;

 private:
  void Follow(const std::stop_token& stop);
  // Nothing unless the server ended the stream.
  std::optional<grpc::StatusCode> Read(client::Client& client, const std::stop_token& stop);
  void Take(const notifier::v1::SubscribeResponse& answer);
  void NoteEnd(grpc::StatusCode code);

  const std::vector<client::Client*> replicas_;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::string cursor_;
  std::vector<Arrival> arrivals_;
  std::vector<End> ends_;
  // The last member, because it uses the others.
  std::jthread thread_;
};

}  // namespace voronka::testing
