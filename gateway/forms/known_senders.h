#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace voronka::gateway {

// Which forms are sent by servers (Form.sent_by_servers), as the service has told within the last minute. Safe to use
// from every thread.
class KnownSenders {
 public:
  using Clock = std::chrono::steady_clock;

  // Nothing: the service has to be asked.
  std::optional<bool> AreServers(const std::string& key, Clock::time_point now);
  void Remember(const std::string& key, bool are_servers, Clock::time_point now);

 private:
  struct Known {
    bool are_servers;
    Clock::time_point until;
  };

  std::mutex mutex_;
  // By the form's key.
  std::map<std::string, Known> known_;
};

}  // namespace voronka::gateway
