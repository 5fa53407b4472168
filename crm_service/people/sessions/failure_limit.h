#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace voronka::crm {

// Allows each key a number of failures within a time that begins with the first of them. Kept in the memory of this
// process, for the keys that failed most recently. Thread-safe.
class FailureLimit {
 public:
  FailureLimit(int most, std::chrono::microseconds time, size_t capacity = 100'000)
      : most_(most), time_(time.count()), capacity_(capacity) {}

  // Counts a failure before the outcome is known, so that attempts in parallel gain nothing. At the limit it counts
  // nothing and returns how long to wait.
  std::optional<std::chrono::microseconds> Take(const std::string& key, int64_t now);
  // Takes back a counted failure: the attempt succeeded.
  void GiveBack(const std::string& key);
  // Drops all failures of the key.
  void Forget(const std::string& key);

 private:
  struct Streak {
    int64_t began;
    int failures = 0;
  };
  using Streaks = std::map<std::string, Streak>;

  void ForgetThoseOver(int64_t now);
  void MakeRoom();
  void Erase(Streaks::iterator streak);

  const int most_;
  const int64_t time_;
  const size_t capacity_;
  std::mutex mutex_;
  Streaks streaks_;
  std::set<std::pair<int64_t, std::string>> by_age_;
};

// One attempt, which may count against several keys. It counts while it is under way, and afterwards if it has failed.
class Try {
 public:
  Try() = default;
  ~Try();
  Try(const Try&) = delete;
  Try& operator=(const Try&) = delete;

  // Returns how long to wait if the key is at its limit.
  std::optional<std::chrono::microseconds> HoldAgainst(FailureLimit& limit, const std::string& key, int64_t now);
  void Fail() { failed_ = true; }

 private:
  std::vector<std::pair<FailureLimit*, std::string>> held_;
  bool failed_ = false;
};

}  // namespace voronka::crm
