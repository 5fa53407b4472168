#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "foundation/storage/connection.h"

namespace voronka::events {

// An account with an event that could not have its effect.
struct Hold {
  int partition;
  int64_t account_id;
  // Everything of the account up to this offset has had its effects.
  int64_t offset;
  // Consecutive failures of the next event.
  int failures;
  int64_t retry_time;
};

// The table `event_holds`. A partition's rows are added and removed only under the lock of its cursor.
class Holds {
 public:
  static std::vector<Hold> All(storage::Connection& db);
  static std::set<int64_t> AccountsIn(storage::Connection& db, int partition);

  static void Add(storage::Connection& db, const Hold& hold);
  static void RemoveAll(storage::Connection& db);

  // False: another replica was first, and its progress is kept.
  static bool Remove(storage::Connection& db, const Hold& hold);
  static bool Update(storage::Connection& db, const Hold& before, const Hold& after);
};

}  // namespace voronka::events
