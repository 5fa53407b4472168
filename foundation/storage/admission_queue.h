#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>

#include "foundation/storage/line.h"
#include "foundation/storage/patience.h"

namespace voronka::storage {

// Decides which waiting job runs next. Lines take turns, so that a flood of one account's jobs delays only that
// account. Behind a gate, at most `gate_width` jobs are in flight, and never more than `widest`; the lines that wait at
// a gate are served in order. Each line has at least one job, and is either among the turns or waits at its gate. If a
// line waits at a gate, then as many lines have turns as the gate has room for.
template <class Job>
class AdmissionQueue {
 public:
  using Time = Patience::Time;

  struct Popped {
    Line line;
    Job job;
    // It has waited too long: it is not in flight and must only be told so.
    bool late = false;
  };

  AdmissionQueue(size_t waiting_limit, int widest) : waiting_limit_(waiting_limit), widest_(widest) {}

  // Takes the job, unless its line is already longer than the room left for everybody. A single line can therefore fill
  // only half of the room, and others still fit in.
  bool Push(const Line& line, Job& job, Time now) {
    const auto found = lines_.find(line);
    const size_t length = found == lines_.end() ? 0 : found->second.size();
    if (waiting_ + length >= waiting_limit_) return false;
    Add(line, {std::move(job), now}, now);
    return true;
  }

  // Never refused and never late.
  void PushAlways(const Line& line, Job job, Time now) { Add(line, {std::move(job), std::nullopt}, now); }

  // Nothing if no job waits, or if all wait at their gates. Call Done() for every job that is not late.
  std::optional<Popped> Pop(Time now) {
    while (!turns_.empty()) {
      const Line line = turns_.front();
      turns_.pop_front();
      if (HasRoom(line)) return Take(line, now);
      gates_[line.gate].waiting.push_front(line);
    }
    return std::nullopt;
  }

  void Done(const Line& line) {
    --in_flight_;
    --gates_.at(line.gate).in_flight;
    GiveTurn(line.gate);
  }

  size_t waiting() const { return waiting_; }
  size_t in_flight() const { return in_flight_; }

 private:
  struct Waiting {
    Job job;
    // Absent: the job may wait as long as it takes.
    std::optional<Time> since;
  };

  struct Gate {
    int in_flight = 0;
    std::deque<Line> waiting;
  };

  bool HasRoom(const Line& line) const {
    const auto found = gates_.find(line.gate);
    return line.gate_width == 0 || found == gates_.end() ||
           found->second.in_flight < std::min(line.gate_width, widest_);
  }

  void Add(const Line& line, Waiting waiting, Time now) {
    if (waiting_ == 0) patience_.NobodyWaits(now);
    ++waiting_;
    auto& jobs = lines_[line];
    jobs.push_back(std::move(waiting));
    if (jobs.size() == 1) QueueUp(line);
  }

  void QueueUp(const Line& line) {
    Gate& gate = gates_[line.gate];
    const bool must_wait = !gate.waiting.empty() || !HasRoom(line);
    (must_wait ? gate.waiting : turns_).push_back(line);
  }

  Popped Take(const Line& line, Time now) {
    auto& jobs = lines_.at(line);
    Waiting first = std::move(jobs.front());
    jobs.pop_front();
    --waiting_;
    const bool late = first.since && patience_.IsOver(*first.since, now);
    if (!late) {
      ++in_flight_;
      ++gates_[line.gate].in_flight;
    }
    jobs.empty() ? void(lines_.erase(line)) : QueueUp(line);
    if (late) GiveTurn(line.gate);
    return {line, std::move(first.job), late};
  }

  // Gives a turn to the first line that waits at the gate.
  void GiveTurn(int64_t id) {
    Gate& gate = gates_[id];
    if (!gate.waiting.empty()) {
      turns_.push_back(gate.waiting.front());
      gate.waiting.pop_front();
    } else if (gate.in_flight == 0) {
      gates_.erase(id);
    }
  }

  const size_t waiting_limit_;
  const int widest_;
  Patience patience_;
  size_t waiting_ = 0;
  size_t in_flight_ = 0;
  std::unordered_map<Line, std::deque<Waiting>, Line::Hash> lines_;
  std::unordered_map<int64_t, Gate> gates_;
  // Lines whose first job may run, each at most once.
  std::deque<Line> turns_;
};

}  // namespace voronka::storage
