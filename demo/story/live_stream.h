#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "client/client.h"
#include "demo/story/arrivals.h"

namespace voronka::demo {

// Follows a user's notifications on a thread of its own, as a browser or phone does. Whenever the stream breaks, it is
// resumed from the last cursor.
class LiveStream {
 public:
  // Adds what arrives from now on to `arrivals`.
  LiveStream(client::Client& client, int64_t user_id, Arrivals& arrivals);

  // Whether the service has answered: nothing that happens after this is missed.
  bool following() const { return following_; }
  // How many times the stream broke and was answered again.
  int resumptions() const { return resumptions_; }
  // Why the stream cannot continue; nothing if it can.
  std::optional<std::string> failure() const;

 private:
  void Follow(const std::stop_token& stop);
  void Read(const std::stop_token& stop);
  void Take(const notifier::v1::SubscribeResponse& answer);
  void Fail(std::string why);

  client::Client& client_;
  const int64_t user_id_;
  Arrivals& arrivals_;
  std::string cursor_;
  std::atomic<bool> following_ = false;
  std::atomic<int> resumptions_ = 0;
  mutable std::mutex mutex_;
  std::optional<std::string> failure_;
  // Last, because the thread uses the other members.
  std::jthread thread_;
};

}  // namespace voronka::demo
