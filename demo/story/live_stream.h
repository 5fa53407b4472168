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

// Follows a user's notifications on a thread of its own, as a browser or phone does: whenever the stream breaks, it
// goes on from the last cursor.
class LiveStream {
 public:
  // Adds what comes from now on to `arrivals`.
  LiveStream(client::Client& client, int64_t user_id, Arrivals& arrivals);

  // The service has answered: nothing that happens after this is missed.
  bool following() const { return following_; }
  // How many times it was broken and has been answered again.
  int resumptions() const { return resumptions_; }
  // Why it cannot go on, if so.
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
  // The last member: it uses the others.
  std::jthread thread_;
};

}  // namespace voronka::demo
