#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>

namespace voronka::storage {

// Decides which waiting job runs next. Of each key at most `per_key` jobs are in flight, the others wait in order; keys
// take turns, so that a busy one cannot starve another. Key 0 is one among them, but not limited.
template <class Job>
class AdmissionQueue {
 public:
  struct Admitted {
    int64_t key;
    Job job;
  };

  AdmissionQueue(size_t waiting_limit, int per_key) : waiting_limit_(waiting_limit), per_key_(per_key) {}

  // False: too many wait already.
  bool Push(int64_t key, Job job) {
    if (waiting_ >= waiting_limit_) return false;
    PushAlways(key, std::move(job));
    return true;
  }

  void PushAlways(int64_t key, Job job) {
    Lane& lane = lanes_[key];
    lane.waiting.push_back(std::move(job));
    ++waiting_;
    GiveTurn(key, lane);
  }

  // Nothing where nobody waits, or all who wait do so for their own key's jobs in flight. Done() follows each.
  std::optional<Admitted> Pop() {
    if (turns_.empty()) return std::nullopt;
    const int64_t key = turns_.front();
    turns_.pop_front();
    Lane& lane = lanes_.at(key);
    lane.has_turn = false;
    Admitted admitted{key, std::move(lane.waiting.front())};
    lane.waiting.pop_front();
    --waiting_;
    ++lane.in_flight;
    ++in_flight_;
    GiveTurn(key, lane);
    return admitted;
  }

  void Done(int64_t key) {
    Lane& lane = lanes_.at(key);
    --lane.in_flight;
    --in_flight_;
    GiveTurn(key, lane);
    if (lane.in_flight == 0 && lane.waiting.empty()) lanes_.erase(key);
  }

  size_t waiting() const { return waiting_; }
  size_t in_flight() const { return in_flight_; }

 private:
  struct Lane {
    std::deque<Job> waiting;
    int in_flight = 0;
    bool has_turn = false;
  };

  void GiveTurn(int64_t key, Lane& lane) {
    const bool admits = key == 0 || lane.in_flight < per_key_;
    if (lane.has_turn || lane.waiting.empty() || !admits) return;
    lane.has_turn = true;
    turns_.push_back(key);
  }

  const size_t waiting_limit_;
  const int per_key_;
  size_t waiting_ = 0;
  size_t in_flight_ = 0;
  std::unordered_map<int64_t, Lane> lanes_;
  // Keys whose first job may run, each once.
  std::deque<int64_t> turns_;
};

}  // namespace voronka::storage
