#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <thread>
#include <utility>

#include "foundation/process/log.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/storage/workers.h"
#include "foundation/timers/due_heap.h"
#include "foundation/timers/timer_report.h"
#include "foundation/timers/timer_table.h"

namespace voronka::timers {

// Fires each timer "at that moment, exactly once, whichever replica is alive". The table is the source of truth. A heap
// in memory, filled a minute ahead, makes timers punctual; a sweep every second catches what the heap missed.
class Timers {
 public:
  // Runs in the transaction that fires the timer, so that its effects and the firing commit together.
  using Fire = std::function<void(rpc::Session&, const Timer&)>;
  // The same for several timers of one account that are due, so that they can share statements. If it throws, it is
  // called again for each of them alone: one that fails holds up no other.
  using FireTogether = std::function<void(rpc::Session&, std::span<const Timer>)>;
  // For an effect in another service. Runs outside a transaction, and is retried one second after it throws or when the
  // lease expires, until it cancels the timer or arms it for another moment. Exceptions are logged.
  using Act = std::function<void(storage::Connection&, const Timer&)>;

  Timers(const config::v1::Database& database, const rpc::SessionContext& session_context, storage::Workers& workers,
         process::Log& log, process::Metrics& metrics);
  ~Timers() { Stop(); }

  // Call before Start; one handler per kind.
  void OnDue(const std::string& kind, Fire fire);
  void OnDueTogether(const std::string& kind, FireTogether fire);
  void OnDue(const std::string& kind, std::chrono::milliseconds lease, Act act);

  void Start();
  // No timer fires after it returns. It waits for work that the workers already have, so stop the workers only
  // afterwards.
  void Stop();

  // Runs in the session's transaction; the heap is updated after the commit. Arming a timer that has already fired for
  // that very moment does nothing.
  void Arm(rpc::Session& session, Timer timer);
  // For an action that is due now: this process holds its lease from the start, and acts as soon as the session
  // commits.
  void ArmLeased(rpc::Session& session, const TimerKey& key);

  // For simulations, which call these in place of Start. Fills the heap with the next timers of a shard; returns when
  // the first of them is due.
  std::optional<int64_t> Sweep(storage::Connection& db, int shard);
  // Does the work of those in the heap that are due, on this thread.
  void RunDue(storage::Connection& db);

 private:
  struct Leased {
    std::chrono::milliseconds lease;
    Act act;
  };

  // One arming of a timer: its key and epoch.
  using Arming = std::pair<TimerKey, int64_t>;
  using Work = void (Timers::*)(storage::Connection&, const Timer&);
  // The timers of an account and a kind.
  using Group = std::pair<int64_t, std::string>;

  void Loop();
  std::vector<Timer> TakeDue();
  void TrySweep();
  void Dispatch(Timer timer, Work work);
  // With whatever else of its group is due by the time that a worker is free.
  void DispatchTogether(Timer timer);
  std::vector<Timer> TakeWaiting(const Group& group);
  // Logs exceptions.
  void Try(storage::Connection& db, const Timer& timer, Work work);
  void Done(const Timer& timer);
  void Run(storage::Connection& db, const Timer& timer);
  void RunGroup(storage::Connection& db, std::vector<Timer> timers);
  // Ascending by key.
  void RunTogether(storage::Connection& db, std::span<const Timer> timers);
  // False: none of them was fired, because one of them fails or was changed; each has to be tried alone.
  bool FireAll(storage::Connection& db, std::span<const Timer> timers);
  void RunFire(storage::Connection& db, const Timer& timer, const Fire& fire);
  void RunAct(storage::Connection& db, const Timer& timer);
  void ActLeased(storage::Connection& db, const Timer& timer);

  storage::Connection db_;
  const rpc::SessionContext& session_context_;
  storage::Workers& workers_;
  process::Log& log_;
  TimerReport report_;
  std::map<std::string, Fire> fire_;
  std::map<std::string, FireTogether> fire_together_;
  std::map<std::string, Leased> act_;

  std::mutex mutex_;
  std::condition_variable changed_;
  DueHeap heap_;
  std::map<Group, std::vector<Timer>> waiting_;
  // Handed to the workers but not finished: the sweep would find these again, however long the workers take.
  std::set<Arming> at_work_;
  std::chrono::steady_clock::time_point next_sweep_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace voronka::timers
