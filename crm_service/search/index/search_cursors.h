#pragma once

#include <cstdint>
#include <map>

#include "foundation/storage/connection.h"

namespace voronka::crm {

// The table `search_cursors`: how far the event log of each partition is in the index. Its rows are also the locks by
// which replicas take turns.
class SearchCursors {
 public:
  // By partition; without those that nobody has begun to follow.
  static std::map<int, int64_t> All(storage::Connection& db);

  // Nobody else writes words of the partition's accounts until the transaction ends. Returns where the cursor stands.
  static int64_t Lock(storage::Connection& db, int partition);
  // Forward only: another replica may be further.
  static void Move(storage::Connection& db, int partition, int64_t offset);
  // Puts the cursor there, wherever it is.
  static void Set(storage::Connection& db, int partition, int64_t offset);
};

}  // namespace voronka::crm
