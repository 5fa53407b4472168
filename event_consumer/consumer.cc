#include "event_consumer/consumer.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "foundation/process/fault_points.h"
#include "foundation/storage/errors.h"

namespace voronka::events {
namespace {

using crm::v1::Bookmark;
using crm::v1::Event;
using crm::v1::WatchResponse;
using process::Broken;
using process::Fault;

constexpr std::chrono::milliseconds kStopPollInterval(200);
constexpr std::chrono::milliseconds kReconnectDelay(500);
// A transaction of several events costs only one commit. But whoever waits for a row that one of them has changed waits
// for all of them, so this stays well below the lock wait timeout: a timer that comes due must not wait that long.
constexpr std::chrono::milliseconds kTransactionBudget(300);
constexpr std::chrono::seconds kMoveCursorsEvery(1);
// Two and a half bookmark intervals without a message: the connection is dead, whatever it looks like.
constexpr std::chrono::seconds kStreamTimeout(50);
// A bookmark interval and a little more: as long as silence means that there is nothing to take.
constexpr std::chrono::seconds kTrustedSilence(25);

rpc::Caller ActorOf(const Event& event) {
  rpc::Caller caller;
  caller.account_id = event.account_id();
  caller.role = options::v1::ROLE_SERVICE;
  caller.service = "events";
  return caller;
}

}  // namespace

Consumer::Consumer(const config::v1::Database& database, const rpc::SessionContext& session_context,
                   client::Client& crm, process::Log& log, process::Metrics& metrics, Concerns concerns,
                   HandleEvent handle, Resync resync)
    : session_context_(session_context),
      db_(database),
      crm_(crm),
      log_(log),
      concerns_(std::move(concerns)),
      handle_(std::move(handle)),
      resync_(std::move(resync)),
      held_(crm, session_context.clock, log, metrics,
            [this](auto& transaction, const auto& event) { Handle(transaction, event); }),
      report_(metrics) {}

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
      if (!std::exchange(failing_, true)) {
        log_.Warning("cannot follow the events of crm_service", {{"error", error.what()}});
      }
      std::this_thread::sleep_for(kReconnectDelay);
    }
  }
}

void Consumer::Follow() {
  auto stream = crm_.Open<WatchResponse>(cursors_.Read(db_));
  auto heard = std::chrono::steady_clock::now();
  auto moved = heard;
  bool has_heard = false;
  while (!stopping_) {
    auto response = stream.NextWithin(kStopPollInterval);
    if (response) {
      heard = std::chrono::steady_clock::now();
      has_heard = true;
      Take(std::move(*response), stream);
      if (std::exchange(failing_, false)) log_.Info("following the events of crm_service again");
    } else if (stream.ended() || std::chrono::steady_clock::now() - heard > kStreamTimeout) {
      break;
    } else if (has_heard && std::chrono::steady_clock::now() - heard < kTrustedSilence) {
      ReportCaughtUp();
    }
    if (std::chrono::steady_clock::now() - moved >= kMoveCursorsEvery) {
      MoveCursors();
      moved = std::chrono::steady_clock::now();
    }
    held_.Retry(db_, cursors_.history(), stopping_);
  }
  MoveCursors();
}

void Consumer::ReportCaughtUp() { report_.Followed(session_context_.clock.NowMicros(), cursors_.SeenInAll()); }

void Consumer::MoveCursors() {
  const auto behind = cursors_.Behind();
  if (behind.empty()) return;
  Transact([&](storage::Transaction& transaction) {
    for (const int partition : behind) cursors_.Move(transaction.db, partition, cursors_.seen(partition));
  });
}

void Consumer::Take(WatchResponse response, Watched& stream) {
  std::optional<WatchResponse> next = std::move(response);
  if (next->has_events()) next = TakeEvents(std::move(*next), stream);
  if (!next) return;
  if (next->has_bookmark()) cursors_.KeepHistory(db_, next->bookmark().history());
  if (next->has_resync()) StartOver(next->resync());
}

std::optional<WatchResponse> Consumer::TakeEvents(WatchResponse response, Watched& stream) {
  GatheredEvents gathered;
  int64_t latest = 0;
  std::optional<WatchResponse> next = std::move(response);
  while (next && next->has_events()) {
    latest = std::max(latest, LatestTime(next->events()));
    gathered.Add(std::move(*next->mutable_events()), concerns_);
    next = gathered.AreMany() ? std::nullopt : stream.NextArrived();
  }
  const auto steps = gathered.TakeSteps();
  for (std::span<const Events> left = steps; !left.empty();) left = left.subspan(ApplyTogether(left));
  for (const auto& [partition, offset] : gathered.last()) cursors_.See(partition, offset);
  report_.Followed(latest, cursors_.SeenInAll());
  return next;
}

void Consumer::Transact(const std::function<void(storage::Transaction&)>& body) {
  const auto before = cursors_;
  try {
    storage::RunTransaction(db_, [&](storage::Transaction& transaction) {
      cursors_ = before;
      body(transaction);
    });
  } catch (...) {
    cursors_ = before;
    throw;
  }
}

size_t Consumer::ApplyTogether(std::span<const Events> steps) {
  size_t done = 0;
  try {
    Transact([&](storage::Transaction& transaction) {
      done = 0;
      const auto until = std::chrono::steady_clock::now() + kTransactionBudget;
      do {
        Apply(transaction, steps[done++]);
      } while (done < steps.size() && std::chrono::steady_clock::now() < until);
    });
    return done;
  } catch (const std::exception& error) {
    if (IsTransient(error)) throw;
    ApplyOneByOne(steps.front());
    return 1;
  }
}

void Consumer::ApplyOneByOne(const Events& events) {
  for (const auto& event : events) {
    try {
      Transact([&](storage::Transaction& transaction) { Apply(transaction, {&event, 1}); });
    } catch (const std::exception& error) {
      if (IsTransient(error)) throw;
      Hold(event, error.what());
    }
  }
}

void Consumer::Hold(const Event& event, const std::string& error) {
  Transact([&](storage::Transaction& transaction) {
    const int64_t previous = cursors_.Move(transaction.db, event.partition(), event.offset());
    if (previous < event.offset()) held_.Hold(transaction.db, event, error);
  });
}

void Consumer::Apply(storage::Transaction& transaction, std::span<const Event> events) {
  const int partition = events.front().partition();
  const int64_t previous = cursors_.Move(transaction.db, partition, events.back().offset());
  if (previous >= events.back().offset()) return;
  if (Broken(Fault::kCursorBeforeEffect)) transaction.db.Commit(), transaction.db.Begin();
  process::Pass(process::KillPoint::kCursorMoved);
  for (const auto& event : events) {
    if (event.offset() > previous && !cursors_.IsHeld(partition, event.account_id())) Handle(transaction, event);
  }
}

void Consumer::Handle(storage::Transaction& transaction, const Event& event) {
  const auto actor = ActorOf(event);
  const rpc::Origin origin{event.request_id(), event.cause()};
  rpc::Session session(session_context_, transaction, actor, origin);
  handle_(session, event);
}

void Consumer::StartOver(const Bookmark& heads) {
  log_.Warning("the event log does not reach back to the cursor: listing everything again");
  resync_(db_);
  storage::RunTransaction(db_, [&](storage::Transaction& transaction) { Cursors::Reset(transaction.db, heads); });
  // What was seen of the old log says nothing about this one.
  cursors_.Read(db_);
}

}  // namespace voronka::events
