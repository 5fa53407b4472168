#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <vector>

#include "crm_service/log/events/recent_events.h"
#include "crm_service/search/following/search_effect.h"
#include "foundation/events/tail.h"
#include "foundation/rpc/calls/account_work.h"

namespace voronka::crm {

// Keeps the index of the search: follows the event log, reads what has changed as it is now, and works off the backlog
// in between. All of that may be done twice to no effect, and the partition's cursor is locked meanwhile, so any number
// of replicas follow at a time. An account that cannot be followed is reported and holds up no other.
class SearchFollower {
 public:
  SearchFollower(const config::v1::Database& database, const rpc::SessionContext& session_context,
                 const events::Tail& tail, RecentEvents& recent, process::Log& log);
  ~SearchFollower() { Stop(); }

  // From the cursors in the table, on a thread of its own.
  void Start();
  void Stop();
  // Call when more of the log is durable.
  void Wake();

 private:
  // How far a partition is followed, and what of that is surely in the table.
  struct Position {
    int64_t seen;
    int64_t stored;
  };
  struct AccountEffects {
    std::map<v1::SearchResult::Kind, std::set<int64_t>> resources;
    std::set<BacklogEntry> others;
  };
  using Effects = std::map<int64_t, AccountEffects>;

  void Loop();
  // These return whether there is more to do.
  bool Work();
  bool Follow(int partition);
  bool WorkOff();

  void StartOver(int partition, int64_t head);
  static Effects EffectsOf(const SharedEvents& events);
  void Apply(int partition, const Effects& effects, int64_t upto);
  // In a transaction of the account, with its partition locked; `cursor` is where that stands. False: it failed for
  // good.
  using Body = std::function<void(rpc::Session& session, int64_t cursor)>;
  bool Try(int64_t account_id, const Body& body);
  // Stores how far events without effect have been passed.
  void StorePositions();
  void WaitForMore();

  storage::Connection db_;
  const rpc::AccountWork work_;
  const events::Tail& tail_;
  RecentEvents& recent_;
  process::Log& log_;
  // Empty until it is read.
  std::optional<std::map<int, Position>> positions_;
  bool may_have_backlog_ = true;
  std::chrono::steady_clock::time_point next_round_;
  // Makes a failure be logged once instead of at every attempt.
  bool failing_ = false;

  std::mutex mutex_;
  std::condition_variable wake_;
  bool woken_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace voronka::crm
