#include "foundation/storage/durable_reading.h"

#include <stdexcept>

namespace voronka::storage {

void MakeReadingDurable(Connection& db) {
  // 64 is the number of rows that 0003_fill_heartbeats.sql creates.
  const auto beats = db.Execute("UPDATE heartbeats SET beats = beats + 1 WHERE id = CONNECTION_ID() % 64");
  if (beats != 1) throw std::logic_error("the schema has no rows of heartbeats");
}

}  // namespace voronka::storage
