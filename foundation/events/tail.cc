#include "foundation/events/tail.h"

#include <chrono>

#include "foundation/process/fault_points.h"

namespace voronka::events {
namespace {

constexpr std::chrono::milliseconds kLookEvery(20);
constexpr std::chrono::milliseconds kPauseAfterFailure(200);

bool Differ(const std::vector<Extent>& a, const std::vector<Extent>& b) {
  for (size_t i = 0; i < a.size(); ++i) {
    if (a[i].head != b[i].head || a[i].first != b[i].first) return true;
  }
  return false;
}

}  // namespace

Tail::Tail(const config::v1::Database& database, process::Random& random, process::Log& log, OnAdvance on_advance)
    : durable_(rpc::kPartitions),
      db_(database),
      log_(log),
      on_advance_(std::move(on_advance)),
      reader_(random.Hex(16)) {}

void Tail::Start() {
  history_ = Log::History(db_);
  const auto extents = Log::Extents(db_);
  Beat();
  durable_ = extents;
  thread_ = std::thread([this] { Loop(); });
}

void Tail::Stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Tail::Wake() {
  {
    std::lock_guard lock(mutex_);
    woken_ = true;
  }
  wake_.notify_one();
}

int64_t Tail::DurableHead(int partition) const {
  std::lock_guard lock(mutex_);
  return durable_.at(partition).head;
}

int64_t Tail::FirstOffset(int partition) const {
  std::lock_guard lock(mutex_);
  return durable_.at(partition).first;
}

std::string Tail::History() const {
  std::lock_guard lock(mutex_);
  return history_;
}

void Tail::Loop() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    wake_.wait_for(lock, kLookEvery, [this] { return woken_ || stopping_; });
    woken_ = false;
    lock.unlock();
    try {
      Look();
    } catch (const std::exception& error) {
      log_.Warning("cannot follow the event log", {{"error", error.what()}});
      std::this_thread::sleep_for(kPauseAfterFailure);
    }
    lock.lock();
  }
}

void Tail::Look() {
  const auto extents = Log::Extents(db_);
  if (!Differ(extents, durable_)) return;
  Beat();
  Publish(extents);
}

void Tail::Publish(const std::vector<Extent>& extents) {
  process::Pass(process::KillPoint::kBeforeStreaming);
  std::vector<Extent> before(extents);
  {
    std::lock_guard lock(mutex_);
    durable_.swap(before);
  }
  for (int partition = 0; partition < rpc::kPartitions; ++partition) {
    const int64_t after = before[partition].head;
    const int64_t upto = extents[partition].head;
    if (upto > after) on_advance_(db_, partition, after, upto);
  }
}

void Tail::Beat() {
  if (process::Broken(process::Fault::kHeartbeat)) return;
  db_.Execute(
      "INSERT INTO event_heartbeats (reader, beat_time) VALUES (?, UNIX_TIMESTAMP(SYSDATE(6)) * 1000000) "
      "ON DUPLICATE KEY UPDATE beat_time = GREATEST(beat_time + 1, VALUES(beat_time))",
      reader_);
}

}  // namespace voronka::events
