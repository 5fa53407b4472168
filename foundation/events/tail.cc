#include "foundation/events/tail.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "foundation/process/fault_points.h"
#include "foundation/storage/durable_reading.h"
#include "foundation/storage/errors.h"

namespace voronka::events {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPollInterval(20);
constexpr std::chrono::milliseconds kPauseAfterFailedRead(200);
// Under load, commits wait for the next poll: to ask, wake and read for each would cost more than the commit. Otherwise
// a commit is announced at once, for a manager waits for the offer.
constexpr int kCommitsPerSecondUnderLoad = 700;
constexpr std::chrono::milliseconds kLoadInterval(100);
// The log is given another name while it is followed, if a follower turns out to be beyond its end.
constexpr std::chrono::seconds kHistoryInterval(1);

bool Differ(const std::vector<Extent>& a, const std::vector<Extent>& b) {
  for (size_t i = 0; i < a.size(); ++i) {
    if (a[i].head != b[i].head || a[i].first != b[i].first) return true;
  }
  return false;
}

}  // namespace

Tail::Tail(const config::v1::Database& database, process::Log& log, OnAdvance on_advance)
    : durable_(rpc::kPartitions), db_(database), log_(log), on_advance_(std::move(on_advance)) {}

void Tail::Start() {
  ReadHistory();
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

void Tail::Committed(storage::Connection& db, std::optional<int> partition) {
  if (IsLeftToNextPoll()) return;
  if (!partition || !BeginAsking()) return Wake();
  int64_t head = 0;
  try {
    head = db.Query("SELECT LAST_INSERT_ID()").at(0).Int(0);
  } catch (const storage::DatabaseError&) {
    // The commit stands all the same, and the next poll will find it. The same goes for a new connection, which answers
    // 0.
  }
  EndAsking(*partition, head);
}

bool Tail::IsLeftToNextPoll() {
  std::lock_guard lock(mutex_);
  ++commits_;
  return under_load_;
}

bool Tail::BeginAsking() {
  std::lock_guard lock(mutex_);
  if (asking_ || looking_) return false;
  asking_ = true;
  return true;
}

void Tail::EndAsking(int partition, int64_t head) {
  {
    std::lock_guard lock(mutex_);
    asking_ = false;
    woken_ |= head == 0;
    auto& committed = committed_[partition];
    committed = std::max(committed, head);
  }
  wake_.notify_one();
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
  auto next_look = steady_clock::now();
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    wake_.wait_until(lock, next_look, [this] { return woken_ || !committed_.empty() || stopping_; });
    MeasureLoad();
    looking_ = std::exchange(woken_, false) || steady_clock::now() >= next_look;
    const bool look = looking_;
    const auto committed = std::exchange(committed_, {});
    lock.unlock();
    try {
      Tell(committed);
      if (look) Look();
    } catch (const std::exception& error) {
      log_.Warning("cannot follow the event log", {{"error", error.what()}});
      std::this_thread::sleep_for(kPauseAfterFailedRead);
    }
    if (look) next_look = steady_clock::now() + kPollInterval;
    lock.lock();
    looking_ = false;
  }
}

void Tail::MeasureLoad() {
  const auto elapsed = steady_clock::now() - counted_since_;
  if (elapsed < kLoadInterval) return;
  const double seconds = std::chrono::duration<double>(elapsed).count();
  under_load_ = std::exchange(commits_, 0) > kCommitsPerSecondUnderLoad * seconds;
  counted_since_ += elapsed;
}

// This process's own commits are durable, and so is everything before their offsets.
void Tail::Tell(const std::map<int, int64_t>& committed) {
  auto extents = durable_;
  for (const auto& [partition, head] : committed) extents[partition].head = std::max(extents[partition].head, head);
  if (Differ(extents, durable_)) Publish(extents);
}

void Tail::ReadHistory() {
  if (steady_clock::now() < next_history_) return;
  const auto history = Log::History(db_);
  next_history_ = steady_clock::now() + kHistoryInterval;
  const std::lock_guard lock(mutex_);
  history_ = history;
}

void Tail::Look() {
  ReadHistory();
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
  storage::MakeReadingDurable(db_);
}

}  // namespace voronka::events
