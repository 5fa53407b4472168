#pragma once

#include <cstdint>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "foundation/storage/connection.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::events {

// A crash of the database took back what this or another replica had done: the cursor stands before a place where it
// has stood.
class CursorTakenBack : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The table `event_cursors`: how far this service has followed each partition, whichever replica did so. The last known
// cursors are kept in memory, so that moving one takes a single statement as long as no other replica has moved it.
//
// A cursor in the table may be behind what was seen, but only by events without an effect: to see them again does
// nothing.
class Cursors {
 public:
  // Reads the current cursors and returns the request to watch from there.
  crm::v1::WatchRequest Read(storage::Connection& db);
  const std::string& history() const { return history_; }

  // Everything up to this event has been seen: it has had its effect, or has none.
  void See(int partition, int64_t offset);
  // Partitions whose cursor is behind what was seen.
  std::vector<int> Behind() const;
  int64_t seen(int partition) const { return known_.at(partition).seen; }
  // How many events of all partitions have been seen.
  int64_t SeenInAll() const;

  // Moves the cursor up to `last`. Whatever precedes the events that are now taking effect must have been seen. Returns
  // its previous position, which is `last` or beyond if another replica was first. Locks the cursor until the
  // transaction ends, so that a second replica waits and then sees that nothing is left to do. Throws CursorTakenBack.
  int64_t Move(storage::Connection& db, int partition, int64_t last);
  // Locks the cursor without moving it; returns its position.
  static int64_t Lock(storage::Connection& db, int partition);
  // Whether the account's events are held, as of the last Move.
  bool IsHeld(int partition, int64_t account_id) const { return known_.at(partition).held.contains(account_id); }

  // Moves the cursors to the heads of the log, after everything was listed again.
  static void Reset(storage::Connection& db, const crm::v1::Bookmark& heads);
  void KeepHistory(storage::Connection& db, const std::string& history);

 private:
  struct Known {
    // In the table, when it was last written or read.
    int64_t offset = 0;
    int64_t seen = 0;
    int64_t hold_version = 0;
    std::set<int64_t> held;
  };

  bool MoveFromKnown(storage::Connection& db, int partition, int64_t to);
  // Returns the cursor's position.
  int64_t LockAndRead(storage::Connection& db, int partition);
  void Start(storage::Connection& db, int partition);

  std::vector<Known> known_;
  std::string history_;
};

}  // namespace voronka::events
