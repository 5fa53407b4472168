#include "foundation/timers/timers.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include "foundation/process/fault_points.h"
#include "foundation/rpc/calls/lines.h"

namespace voronka::timers {
namespace {

using std::chrono::microseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr seconds kSweepInterval(1);
constexpr microseconds kLookahead = std::chrono::minutes(1);
constexpr int kSweepBatch = 2'000;
constexpr seconds kRetryDelay(1);
constexpr size_t kMostTogether = 64;

// Timers that are due until then may fire.
int64_t UpTo(int64_t now) {
  constexpr microseconds kEarly = seconds(30);
  return process::Broken(process::Fault::kEarlyTimer) ? now + kEarly.count() : now;
}

rpc::Caller ActorOf(const Timer& timer) {
  rpc::Caller caller;
  caller.account_id = timer.key.account_id;
  caller.role = options::v1::ROLE_SERVICE;
  caller.service = "timers";
  return caller;
}

}  // namespace

Timers::Timers(const config::v1::Database& database, const rpc::SessionContext& session_context,
               storage::Workers& workers, process::Log& log, process::Metrics& metrics)
    : db_(database), session_context_(session_context), workers_(workers), log_(log), report_(metrics) {}

void Timers::OnDue(const std::string& kind, Fire fire) {
  report_.Know(kind);
  fire_[kind] = std::move(fire);
}

void Timers::OnDueTogether(const std::string& kind, FireTogether fire) {
  OnDue(kind, [fire](rpc::Session& session, const Timer& timer) { fire(session, {&timer, 1}); });
  fire_together_[kind] = std::move(fire);
}

void Timers::OnDue(const std::string& kind, std::chrono::milliseconds lease, Act act) {
  report_.Know(kind);
  act_[kind] = {lease, std::move(act)};
}

void Timers::Start() {
  thread_ = std::thread([this] { Loop(); });
}

void Timers::Stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return at_work_.empty(); });
}

// An epoch starts from the current time, so that a timer which was cancelled and armed again is not taken for what the
// heap still holds.
void Timers::Arm(rpc::Session& session, Timer timer) {
  timer.epoch = session.Now();
  const auto epoch = TimerTable(session.db).Arm(timer);
  if (!epoch || timer.due > session.Now() + kLookahead.count()) return;
  timer.epoch = *epoch;
  session.AfterCommit([this, timer = std::move(timer)] {
    std::lock_guard lock(mutex_);
    heap_.Put(timer);
    changed_.notify_all();
  });
}

void Timers::ArmLeased(rpc::Session& session, const TimerKey& key) {
  const int64_t lease = microseconds(act_.at(key.kind).lease).count();
  Timer timer{.key = key, .due = session.Now() + lease, .epoch = session.Now(), .payload = ""};
  timer.epoch = TimerTable(session.db).Arm(timer).value();
  session.AfterCommit([this, timer = std::move(timer)] {
    {
      std::lock_guard lock(mutex_);
      if (stopping_ || !at_work_.emplace(timer.key, timer.epoch).second) return;
    }
    Dispatch(timer, &Timers::ActLeased);
  });
}

void Timers::Loop() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    auto due = TakeDue();
    const bool sweep = steady_clock::now() >= next_sweep_;
    if (!due.empty() || sweep) {
      lock.unlock();
      for (auto& timer : due) {
        fire_together_.contains(timer.key.kind) ? DispatchTogether(std::move(timer))
                                                : Dispatch(std::move(timer), &Timers::Run);
      }
      if (sweep) TrySweep();
      lock.lock();
      continue;
    }
    const auto next = heap_.NextDue();
    const auto wait = next ? microseconds(*next - session_context_.clock.NowMicros()) : kLookahead;
    changed_.wait_until(lock, std::min(next_sweep_, steady_clock::now() + wait));
  }
}

std::vector<Timer> Timers::TakeDue() {
  auto due = heap_.TakeDue(UpTo(session_context_.clock.NowMicros()));
  std::erase_if(due, [this](const Timer& timer) { return !at_work_.emplace(timer.key, timer.epoch).second; });
  return due;
}

void Timers::TrySweep() {
  next_sweep_ = steady_clock::now() + kSweepInterval;
  try {
    std::optional<int64_t> earliest;
    for (int shard = 0; shard < kShards; ++shard) {
      const auto due = Sweep(db_, shard);
      if (due) earliest = std::min(earliest.value_or(*due), *due);
    }
    report_.Swept(earliest, session_context_.clock.NowMicros());
  } catch (const std::exception& error) {
    log_.Warning("cannot sweep the timers", {{"error", error.what()}});
  }
}

std::optional<int64_t> Timers::Sweep(storage::Connection& db, int shard) {
  if (process::Broken(process::Fault::kSweep)) return std::nullopt;
  const int64_t before = session_context_.clock.NowMicros() + kLookahead.count();
  auto timers = TimerTable(db).DueBefore(shard, before, kSweepBatch);
  if (timers.empty()) return std::nullopt;
  const int64_t earliest = timers.front().due;
  std::lock_guard lock(mutex_);
  for (auto& timer : timers) heap_.Put(std::move(timer));
  return earliest;
}

void Timers::RunDue(storage::Connection& db) {
  std::vector<Timer> due;
  {
    std::lock_guard lock(mutex_);
    due = TakeDue();
  }
  // Whatever ends the work: a simulated crash too.
  const std::shared_ptr<void> done(nullptr, [&](void*) {
    for (const auto& timer : due) Done(timer);
  });
  std::map<Group, std::vector<Timer>> groups;
  for (const auto& timer : due) {
    if (fire_together_.contains(timer.key.kind)) {
      groups[{timer.key.account_id, timer.key.kind}].push_back(timer);
    } else {
      Try(db, timer, &Timers::Run);
    }
  }
  for (auto& [group, timers] : groups) RunGroup(db, std::move(timers));
}

void Timers::Dispatch(Timer timer, Work work) {
  const auto line = rpc::WritesOf(timer.key.account_id);
  workers_.SubmitAlways(line, [this, work, timer = std::move(timer)](storage::Connection& db) {
    Try(db, timer, work);
    Done(timer);
  });
}

void Timers::DispatchTogether(Timer timer) {
  Group group{timer.key.account_id, timer.key.kind};
  {
    std::lock_guard lock(mutex_);
    auto& waiting = waiting_[group];
    waiting.push_back(std::move(timer));
    // A worker comes for the others already.
    if (waiting.size() > 1) return;
  }
  workers_.SubmitAlways(rpc::WritesOf(group.first), [this, group = std::move(group)](storage::Connection& db) {
    RunGroup(db, TakeWaiting(group));
  });
}

std::vector<Timer> Timers::TakeWaiting(const Group& group) {
  std::lock_guard lock(mutex_);
  return std::move(waiting_.extract(group).mapped());
}

// In the order of their keys, so that replicas lock the rows in one order.
void Timers::RunGroup(storage::Connection& db, std::vector<Timer> timers) {
  std::ranges::sort(timers, {}, &Timer::key);
  for (size_t begin = 0; begin < timers.size(); begin += kMostTogether) {
    RunTogether(db, std::span(timers).subspan(begin, std::min(kMostTogether, timers.size() - begin)));
  }
}

void Timers::Try(storage::Connection& db, const Timer& timer, Work work) {
  try {
    (this->*work)(db, timer);
  } catch (const std::exception& error) {
    report_.Failed(timer.key.kind);
    log_.Warning("a timer's work failed; it comes again", {{"kind", timer.key.kind},
                                                           {"account", timer.key.account_id},
                                                           {"subject", timer.key.subject},
                                                           {"error", error.what()}});
  }
}

void Timers::Done(const Timer& timer) {
  std::lock_guard lock(mutex_);
  at_work_.erase({timer.key, timer.epoch});
  changed_.notify_all();
}

void Timers::Run(storage::Connection& db, const Timer& timer) {
  if (const auto found = fire_.find(timer.key.kind); found != fire_.end()) return RunFire(db, timer, found->second);
  if (act_.contains(timer.key.kind)) return RunAct(db, timer);
  log_.Error("a timer of unknown kind", {{"kind", timer.key.kind}, {"account", timer.key.account_id}});
}

void Timers::RunTogether(storage::Connection& db, std::span<const Timer> timers) {
  const bool done = timers.size() > 1 && FireAll(db, timers);
  for (const auto& timer : timers) {
    if (!done) Try(db, timer, &Timers::Run);
    Done(timer);
  }
}

bool Timers::FireAll(storage::Connection& db, std::span<const Timer> timers) {
  const std::string& kind = timers.front().key.kind;
  size_t fired = 0;
  try {
    storage::RunTransaction(db, [&](storage::Transaction& transaction) {
      const auto actor = ActorOf(timers.front());
      const rpc::Origin origin{"", "timer:" + kind};
      rpc::Session session(session_context_, transaction, actor, origin);
      fired = TimerTable(session.db).Fire(timers, UpTo(session.Now()));
      // None: another replica was faster.
      if (fired == 0) return;
      if (fired < timers.size()) throw std::runtime_error("only some of the timers are still due");
      fire_together_.at(kind)(session, timers);
    });
  } catch (const std::exception&) {
    return false;
  }
  process::Pass(process::KillPoint::kFired);
  if (fired == 0) return true;
  for (const auto& timer : timers) report_.Done(timer, session_context_.clock.NowMicros());
  return true;
}

void Timers::RunFire(storage::Connection& db, const Timer& timer, const Fire& fire) {
  bool fired = false;
  storage::RunTransaction(db, [&](storage::Transaction& transaction) {
    const auto actor = ActorOf(timer);
    const rpc::Origin origin{"", "timer:" + timer.key.kind};
    rpc::Session session(session_context_, transaction, actor, origin);
    fired = TimerTable(session.db).Fire(timer, UpTo(session.Now()));
    if (fired) fire(session, timer);
  });
  process::Pass(process::KillPoint::kFired);
  if (fired) report_.Done(timer, session_context_.clock.NowMicros());
}

void Timers::RunAct(storage::Connection& db, const Timer& timer) {
  const int64_t now = session_context_.clock.NowMicros();
  Timer leased = timer;
  if (!TimerTable(db).Lease(leased, now, now + microseconds(act_.at(timer.key.kind).lease).count())) return;
  ActLeased(db, leased);
  report_.Done(timer, session_context_.clock.NowMicros());
}

void Timers::ActLeased(storage::Connection& db, const Timer& timer) {
  try {
    act_.at(timer.key.kind).act(db, timer);
  } catch (...) {
    TimerTable(db).EndLease(timer, session_context_.clock.NowMicros() + microseconds(kRetryDelay).count());
    throw;
  }
}

}  // namespace voronka::timers
