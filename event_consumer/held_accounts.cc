#include "event_consumer/held_accounts.h"

#include <algorithm>
#include <chrono>

#include "event_consumer/cursors.h"
#include "foundation/storage/errors.h"

namespace voronka::events {
namespace {

using crm::v1::Event;
using crm::v1::WatchRequest;
using crm::v1::WatchResponse;
using std::chrono::microseconds;

constexpr int64_t kFirstRetryDelay = microseconds(std::chrono::seconds(1)).count();
constexpr int64_t kMaxRetryDelay = microseconds(std::chrono::minutes(5)).count();
constexpr std::chrono::milliseconds kStopPollIntervalWhileHeld(200);
// Limited, because the events of all other accounts wait in the meantime.
constexpr std::chrono::seconds kMaxCatchUpTime(5);

int64_t RetryDelayAfter(int failures) {
  return std::min(kFirstRetryDelay << std::min(failures - 1, 20), kMaxRetryDelay);
}

WatchRequest WatchFrom(const Hold& hold, const std::string& history) {
  WatchRequest request;
  request.set_history(history);
  auto& cursor = *request.add_cursors();
  cursor.set_partition(hold.partition);
  cursor.set_offset(hold.offset);
  return request;
}

}  // namespace

bool IsTransient(const std::exception& error) {
  return dynamic_cast<const storage::Unavailable*>(&error) != nullptr ||
         dynamic_cast<const storage::Retryable*>(&error) != nullptr ||
         dynamic_cast<const CursorTakenBack*>(&error) != nullptr;
}

HeldAccounts::HeldAccounts(client::Client& crm, const process::Clock& clock, process::Log& log,
                           process::Metrics& metrics, Handle handle)
    : crm_(crm),
      clock_(clock),
      log_(log),
      held_(metrics.Gauge("held_accounts", "Accounts whose events wait, because one could not have its effect.")),
      lost_(metrics.Counter("lost_accounts_total", "Accounts whose waiting events were forgotten by the log.")),
      handle_(std::move(handle)) {}

void HeldAccounts::Hold(storage::Connection& db, const Event& event, const std::string& error) {
  Holds::Add(db,
             {event.partition(), event.account_id(), event.offset() - 1, 1, clock_.NowMicros() + RetryDelayAfter(1)});
  Tell(event, error);
}

void HeldAccounts::Retry(storage::Connection& db, const std::string& history, const std::atomic<bool>& stopping) {
  const int64_t now = clock_.NowMicros();
  if (now < next_look_) return;
  next_look_ = now + kFirstRetryDelay;
  const auto holds = Holds::All(db);
  held_.Set(static_cast<double>(holds.size()));
  for (const auto& hold : holds) {
    if (hold.retry_time <= now && !stopping) CatchUp(db, hold, history, stopping);
  }
}

void HeldAccounts::CatchUp(storage::Connection& db, events::Hold hold, const std::string& history,
                           const std::atomic<bool>& stopping) {
  auto stream = crm_.Open<WatchResponse>(WatchFrom(hold, history));
  int64_t seen = hold.offset;
  const auto until = std::chrono::steady_clock::now() + kMaxCatchUpTime;
  while (!stopping && !stream.ended() && std::chrono::steady_clock::now() < until) {
    const auto response = stream.NextWithin(kStopPollIntervalWhileHeld);
    if (!response) continue;
    if (response->has_resync()) return GiveUp(db, hold);
    for (const auto& event : response->events().events()) {
      seen = event.offset();
      if (event.account_id() == hold.account_id && !Replay(db, hold, event)) return;
    }
    if (ReleaseIfCaughtUp(db, hold, seen)) return;
  }
  auto advanced = hold;
  advanced.offset = seen;
  Holds::Update(db, hold, advanced);
}

bool HeldAccounts::Replay(storage::Connection& db, events::Hold& hold, const Event& event) {
  auto advanced = hold;
  advanced.offset = event.offset();
  advanced.failures = 0;
  bool is_ours = false;
  try {
    storage::RunTransaction(db, [&](storage::Transaction& transaction) {
      // Not ours if the cursor has yet to reach the event (the account has then caught up), or if another replica was
      // first.
      is_ours = Cursors::Lock(transaction.db, hold.partition) >= event.offset() &&
                Holds::Update(transaction.db, hold, advanced);
      if (is_ours) handle_(transaction, event);
    });
  } catch (const std::exception& error) {
    if (IsTransient(error)) throw;
    PutOff(db, hold, event, error.what());
    return false;
  }
  if (!is_ours) {
    ReleaseIfCaughtUp(db, hold, event.offset() - 1);
    return false;
  }
  hold = advanced;
  return true;
}

bool HeldAccounts::ReleaseIfCaughtUp(storage::Connection& db, const events::Hold& hold, int64_t offset) {
  bool released = false;
  storage::RunTransaction(db, [&](storage::Transaction& transaction) {
    released = Cursors::Lock(transaction.db, hold.partition) <= offset && Holds::Remove(transaction.db, hold);
  });
  if (released) log_.Info("the account's events have their effects again", {{"account", hold.account_id}});
  return released;
}

void HeldAccounts::PutOff(storage::Connection& db, const events::Hold& hold, const Event& event,
                          const std::string& error) {
  auto later = hold;
  ++later.failures;
  later.retry_time = clock_.NowMicros() + RetryDelayAfter(later.failures);
  if (Holds::Update(db, hold, later)) Tell(event, error);
}

// The log no longer holds the events that the account waits for.
void HeldAccounts::GiveUp(storage::Connection& db, const events::Hold& hold) {
  bool removed = false;
  storage::RunTransaction(db, [&](storage::Transaction& transaction) {
    Cursors::Lock(transaction.db, hold.partition);
    removed = Holds::Remove(transaction.db, hold);
  });
  if (!removed) return;
  lost_.Increment();
  log_.Error("events of an account are lost: they could not have their effects before they were forgotten",
             {{"account", hold.account_id}, {"partition", hold.partition}, {"after", hold.offset}});
}

void HeldAccounts::Tell(const Event& event, const std::string& error) const {
  log_.Error("the events of an account wait: one of them cannot have its effect", {{"account", event.account_id()},
                                                                                   {"partition", event.partition()},
                                                                                   {"offset", event.offset()},
                                                                                   {"cause", event.cause()},
                                                                                   {"error", error}});
}

}  // namespace voronka::events
