#pragma once

#include <cstdint>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "foundation/storage/connection.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::events {

// A crash of the database took back what another replica had done: what has come since does not follow on it.
class CursorTakenBack : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The table `event_cursors`: how far this service has followed each partition, whichever replica did. What is known of
// a cursor is kept in memory, so that it moves by one statement while no other replica has moved it.
class Cursors {
 public:
  // As they are now, and what to watch from there.
  crm::v1::WatchRequest Read(storage::Connection& db);
  const std::string& history() const { return history_; }

  // Of events that follow one another from `first` to `last`: moves the cursor past them, and returns where it stood,
  // at `last` or beyond where another replica was first. Locks it until the transaction ends, so that a replica which
  // comes second waits and then sees that there is nothing left to do. Throws CursorTakenBack.
  int64_t Move(storage::Connection& db, int partition, int64_t first, int64_t last);
  // The same for who does not move it.
  static int64_t Lock(storage::Connection& db, int partition);
  // Whether the account's events wait, as of the last Move.
  bool IsHeld(int partition, int64_t account_id) const { return known_.at(partition).held.contains(account_id); }

  // To the heads of a log that was listed anew.
  static void Reset(storage::Connection& db, const crm::v1::Bookmark& heads);
  void KeepHistory(storage::Connection& db, const std::string& history);

 private:
  struct Known {
    int64_t offset = 0;
    int64_t hold_version = 0;
    std::set<int64_t> held;
  };

  bool MoveFromKnown(storage::Connection& db, int partition, int64_t to);
  // Returns where it stands.
  int64_t LockAndRead(storage::Connection& db, int partition);
  void Start(storage::Connection& db, int partition);

  std::vector<Known> known_;
  std::string history_;
};

}  // namespace voronka::events
