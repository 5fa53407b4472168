#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "tests/support/account.h"
#include "tests/system/device.h"

namespace voronka::testing {

// News for the managers of an account in turn, at an even rate: each has a notification and snoozes it until another
// time, which is sent to all their devices.
class SteadyNews {
 public:
  // Gives each manager the notification. The news begin with Start, at the replica with this number.
  explicit SteadyNews(Account& account, int replica = 0);

  // Sends this many for each manager, as fast as possible. Returns when the last is answered.
  void TellAtOnce(int of_each_manager);
  void Start(int per_second);
  // Waits for the answer to the last one.
  void Stop();

  // What the manager was sent, in order, and when each began.
  struct News {
    Device::SnoozeMicros snoozed_until;
    Device::Instant begun;
  };
  std::vector<News> Of(int manager) const;

 private:
  void Tell(const std::stop_token& stop, int per_second);
  void TellOnce(int manager);

  std::vector<std::unique_ptr<client::Client>> managers_;
  std::vector<int64_t> notification_ids_;
  std::atomic<Device::SnoozeMicros> next_moment_;
  mutable std::mutex mutex_;
  std::vector<std::vector<News>> news_;
  // The last member, because it uses the others.
  std::jthread thread_;
};

}  // namespace voronka::testing
