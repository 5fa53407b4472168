#include "crm_service/search/index/search_cursors.h"

namespace voronka::crm {

std::map<int, int64_t> SearchCursors::All(storage::Connection& db) {
  std::map<int, int64_t> all;
  for (const auto& row : db.Query("SELECT partition_id, offset_id FROM search_cursors")) {
    all.emplace(static_cast<int>(row.Int(0)), row.Int(1));
  }
  return all;
}

int64_t SearchCursors::Lock(storage::Connection& db, int partition) {
  const auto rows = db.Query("SELECT offset_id FROM search_cursors WHERE partition_id = ? FOR UPDATE", partition);
  return rows.empty() ? 0 : rows.front().Int(0);
}

void SearchCursors::Move(storage::Connection& db, int partition, int64_t offset) {
  db.Execute("UPDATE search_cursors SET offset_id = ? WHERE partition_id = ? AND offset_id < ?", offset, partition,
             offset);
}

void SearchCursors::Set(storage::Connection& db, int partition, int64_t offset) {
  db.Execute(
      "INSERT INTO search_cursors (partition_id, offset_id) VALUES (?, ?) "
      "ON DUPLICATE KEY UPDATE offset_id = VALUES(offset_id)",
      partition, offset);
}

}  // namespace voronka::crm
