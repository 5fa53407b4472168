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

// So many failures of each key, until an amount of time has passed since the first of them. In the memory of this
// process, for the keys that failed last. Thread-safe.
class FailureLimit {
 public:
  FailureLimit(int most, std::chrono::microseconds time, size_t capacity = 100'000)
      : most_(most), time_(time.count()), capacity_(capacity) {}

  // Counts one before its outcome is known, so that many at once are no more than one after the other. Where there is
  // no room, nothing is counted, and it tells how long to wait.
  std::optional<std::chrono::microseconds> Take(const std::string& key, int64_t now);
  // It was no failure.
  void GiveBack(const std::string& key);
  // Nor shall those before count any more.
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

// One try, which may be held against several keys. It counts while it is under way, and afterwards if it has failed.
class Try {
 public:
  Try() = default;
  ~Try();
  Try(const Try&) = delete;
  Try& operator=(const Try&) = delete;

  // How long to wait where the key has no room.
  std::optional<std::chrono::microseconds> HoldAgainst(FailureLimit& limit, const std::string& key, int64_t now);
  void Fail() { failed_ = true; }

 private:
  std::vector<std::pair<FailureLimit*, std::string>> held_;
  bool failed_ = false;
};

}  // namespace voronka::crm
