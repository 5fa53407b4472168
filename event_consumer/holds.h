#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "foundation/storage/connection.h"

namespace voronka::events {

// An account one of whose events could not have its effect.
struct Hold {
  int partition;
  int64_t account_id;
  // Everything of the account up to it has had its effects.
  int64_t offset;
  // Of the event after it, one after the other.
  int failures;
  int64_t retry_time;
};

// The table `event_holds`. A partition's rows come and go under the lock of its cursor alone.
class Holds {
 public:
  static std::vector<Hold> All(storage::Connection& db);
  static std::set<int64_t> AccountsIn(storage::Connection& db, int partition);

  static void Add(storage::Connection& db, const Hold& hold);
  static void RemoveAll(storage::Connection& db);

  // False: another replica was first, whose progress stays.
  static bool Remove(storage::Connection& db, const Hold& hold);
  static bool Update(storage::Connection& db, const Hold& before, const Hold& after);
};

}  // namespace voronka::events
