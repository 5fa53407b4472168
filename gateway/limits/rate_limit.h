#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace voronka::gateway {

// For each key, `burst` at once and one more with each interval that passes. Safe to use from every thread.
class RateLimit {
 public:
  using Clock = std::chrono::steady_clock;

  // Remembers at most `keys`; where there are more, those that have been idle the longest are forgotten.
  RateLimit(int burst, std::chrono::milliseconds interval, size_t keys)
      : burst_(burst), interval_(interval), most_keys_(keys) {}

  // Nothing: it is allowed, and counted. Otherwise how long to wait until the next one is allowed.
  std::optional<std::chrono::milliseconds> Take(const std::string& key, Clock::time_point now);
  // Counts one less.
  void GiveBack(const std::string& key);

 private:
  void EvictIdle(Clock::time_point now);

  const int burst_;
  const std::chrono::milliseconds interval_;
  const size_t most_keys_;
  std::mutex mutex_;
  // When the key will have its whole burst again.
  std::map<std::string, Clock::time_point> settled_;
};

}  // namespace voronka::gateway
