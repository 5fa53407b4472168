#pragma once

#include <atomic>
#include <cstdint>

namespace voronka::process {

// Says what time it is; instants are microseconds since 1970 UTC. Safe to read from every thread.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual int64_t NowMicros() const = 0;
};

class SystemClock final : public Clock {
 public:
  int64_t NowMicros() const override;
};

// Another clock plus a correction. All processes correct theirs to the database's, so that they agree on when a
// deadline has passed.
class OffsetClock final : public Clock {
 public:
  explicit OffsetClock(const Clock& base) : base_(base) {}

  int64_t NowMicros() const override { return base_.NowMicros() + offset_micros_.load(std::memory_order_relaxed); }

  // How far the base clock is behind (positive) or ahead of (negative) the right time.
  void SetOffset(int64_t micros) { offset_micros_.store(micros, std::memory_order_relaxed); }
  int64_t Offset() const { return offset_micros_.load(std::memory_order_relaxed); }

 private:
  const Clock& base_;
  std::atomic<int64_t> offset_micros_ = 0;
};

}  // namespace voronka::process
