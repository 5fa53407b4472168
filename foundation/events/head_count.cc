#include "foundation/events/head_count.h"

namespace voronka::events {

int64_t HeadCount(storage::Connection& db) {
  return db.Query("SELECT CAST(COALESCE(SUM(head), 0) AS SIGNED) FROM event_partitions").at(0).Int(0);
}

}  // namespace voronka::events
