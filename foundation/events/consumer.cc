#include "foundation/events/consumer.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "foundation/process/fault_points.h"
#include "foundation/rpc/partition.h"
#include "foundation/storage/errors.h"

namespace voronka::events {
namespace {

using crm::v1::Bookmark;
using crm::v1::Event;
using crm::v1::WatchRequest;
using crm::v1::WatchResponse;
using process::Broken;
using process::Fault;

constexpr std::chrono::milliseconds kLookForStop(200);
constexpr std::chrono::milliseconds kPauseAfterFailure(500);
// What is done in one transaction costs one commit, but whoever waits for a row that one of the events has changed
// waits for all of them: a timer that comes due must not wait as long as a lock is waited for.
constexpr std::chrono::milliseconds kTogether(300);
constexpr size_t kStep = 10;
constexpr size_t kGathered = 200;
// Two bookmarks and a half: the connection is dead, whatever it seems.
constexpr std::chrono::seconds kSilence(50);

rpc::Caller ActorOf(const Event& event) {
  rpc::Caller caller;
  caller.account_id = event.account_id();
  caller.role = options::v1::ROLE_SERVICE;
  caller.service = "events";
  return caller;
}

using Events = std::vector<Event>;

// Each of one partition, a few events, partitions and events in order: replicas wait for one another instead of
// colliding.
std::vector<Events> Steps(std::map<int, Events> arrived) {
  std::vector<Events> steps;
  for (auto& [partition, events] : arrived) {
    for (size_t i = 0; i < events.size(); ++i) {
      if (i % kStep == 0) steps.emplace_back();
      steps.back().push_back(std::move(events[i]));
    }
  }
  return steps;
}

}  // namespace

Consumer::Consumer(const config::v1::Database& database, const rpc::Surroundings& surroundings, client::Client& crm,
                   process::Log& log, Handle handle, Resync resync)
    : surroundings_(surroundings),
      db_(database),
      crm_(crm),
      log_(log),
      handle_(std::move(handle)),
      resync_(std::move(resync)) {}

void Consumer::Start() {
  thread_ = std::thread([this] { Loop(); });
}

void Consumer::Stop() {
  stopping_ = true;
  if (thread_.joinable()) thread_.join();
}

void Consumer::Loop() {
  while (!stopping_) {
    try {
      Follow();
    } catch (const std::exception& error) {
      one_at_a_time_ = true;
      if (!std::exchange(failing_, true)) {
        log_.Warning("cannot follow the events of crm_service", {{"error", error.what()}});
      }
      std::this_thread::sleep_for(kPauseAfterFailure);
    }
  }
}

void Consumer::Follow() {
  auto stream = crm_.Open<WatchResponse>(Position());
  auto heard = std::chrono::steady_clock::now();
  while (!stopping_) {
    auto response = stream.NextWithin(kLookForStop);
    if (response) {
      heard = std::chrono::steady_clock::now();
      Take(std::move(*response), stream);
      if (std::exchange(failing_, false)) log_.Info("following the events of crm_service again");
    } else if (stream.ended() || std::chrono::steady_clock::now() - heard > kSilence) {
      return;
    }
  }
}

WatchRequest Consumer::Position() {
  WatchRequest request;
  positions_.assign(rpc::kPartitions, 0);
  for (const auto& row : db_.Query("SELECT partition_id, offset_id, history FROM event_cursors")) {
    positions_.at(row.Int(0)) = row.Int(1);
    request.set_history(row.Text(2));
  }
  for (int partition = 0; partition < rpc::kPartitions; ++partition) {
    auto& cursor = *request.add_cursors();
    cursor.set_partition(partition);
    cursor.set_offset(positions_[partition]);
  }
  history_ = request.history();
  return request;
}

void Consumer::Take(WatchResponse response, Watched& stream) {
  std::optional<WatchResponse> next = std::move(response);
  if (next->has_events()) next = TakeEvents(std::move(*next), stream);
  if (!next) return;
  if (next->has_bookmark()) KeepHistory(next->bookmark());
  if (next->has_resync()) StartOver(next->resync());
}

std::optional<WatchResponse> Consumer::TakeEvents(WatchResponse response, Watched& stream) {
  std::map<int, Events> arrived;
  std::optional<WatchResponse> next = std::move(response);
  for (size_t count = 0; next && next->has_events();) {
    for (auto& event : *next->mutable_events()->mutable_events()) {
      arrived[event.partition()].push_back(std::move(event));
      ++count;
    }
    next = one_at_a_time_ || count >= kGathered ? std::nullopt : stream.NextArrived();
  }
  const auto steps = Steps(std::move(arrived));
  for (std::span<const Events> left = steps; !left.empty();) left = left.subspan(ApplyTogether(left));
  one_at_a_time_ = false;
  return next;
}

size_t Consumer::ApplyTogether(std::span<const Events> steps) {
  const auto before = positions_;
  size_t done = 0;
  storage::RunTransaction(db_, [&](storage::Transaction& transaction) {
    positions_ = before;
    done = 0;
    const auto until = std::chrono::steady_clock::now() + kTogether;
    do {
      Apply(transaction, steps[done++]);
    } while (done < steps.size() && std::chrono::steady_clock::now() < until);
  });
  return done;
}

void Consumer::Apply(storage::Transaction& transaction, const Events& events) {
  const int partition = events.front().partition();
  const int64_t last = events.back().offset();
  const int64_t done = MoveCursor(transaction.db, partition, last);
  positions_[partition] = std::max(done, last);
  if (done >= last) return;
  if (Broken(Fault::kCursorBeforeEffect)) transaction.db.Commit(), transaction.db.Begin();
  process::Pass(process::KillPoint::kCursorMoved);
  for (const auto& event : events) {
    if (event.offset() <= done) continue;
    const auto actor = ActorOf(event);
    const rpc::Origin origin{event.request_id(), event.cause()};
    rpc::Session session(surroundings_, transaction, actor, origin);
    handle_(session, event);
  }
}

int64_t Consumer::MoveCursor(storage::Connection& db, int partition, int64_t to) {
  const int64_t known = positions_[partition];
  if (known >= to) return known;
  if (MoveCursorFrom(db, partition, known, to)) return known;
  const auto row = db.Query("SELECT offset_id FROM event_cursors WHERE partition_id = ? FOR UPDATE", partition);
  if (row.empty()) return StartCursor(db, partition, to), 0;
  const int64_t done = row[0].Int(0);
  if (done < to) MoveCursorFrom(db, partition, done, to);
  return done;
}

bool Consumer::MoveCursorFrom(storage::Connection& db, int partition, int64_t from, int64_t to) {
  return db.Execute("UPDATE event_cursors SET offset_id = ? WHERE partition_id = ? AND offset_id = ?", to, partition,
                    from) == 1;
}

void Consumer::StartCursor(storage::Connection& db, int partition, int64_t to) {
  try {
    db.Execute("INSERT INTO event_cursors (partition_id, offset_id, history) VALUES (?, ?, ?)", partition, to,
               history_);
  } catch (const storage::DuplicateKey&) {
    throw storage::Retryable(0, "another replica took the first events");
  }
}

void Consumer::StartOver(const Bookmark& heads) {
  log_.Warning("the event log does not reach back to the cursor: listing everything anew");
  resync_(db_);
  storage::RunTransaction(db_, [&](storage::Transaction& transaction) {
    for (const auto& head : heads.cursors()) {
      transaction.db.Execute(
          "INSERT INTO event_cursors (partition_id, offset_id, history) VALUES (?, ?, ?) "
          "ON DUPLICATE KEY UPDATE offset_id = VALUES(offset_id), history = VALUES(history)",
          head.partition(), head.offset(), heads.history());
    }
  });
}

void Consumer::KeepHistory(const Bookmark& bookmark) {
  if (history_ == bookmark.history()) return;
  db_.Execute("UPDATE event_cursors SET history = ?", bookmark.history());
  history_ = bookmark.history();
}

}  // namespace voronka::events
