#include "foundation/storage/small_table.h"

#include <fmt/format.h>

namespace voronka::storage {

int64_t RowsAbout(Connection& db, const std::string& table) {
  const auto found = db.Query(
      "SELECT COALESCE(table_rows, 0) FROM information_schema.tables WHERE table_schema = DATABASE() AND "
      "table_name = ?",
      table);
  return found.empty() ? 0 : static_cast<int64_t>(found.front().Unsigned(0));
}

bool IsSmall(Connection& db, const std::string& table) {
  const auto found =
      db.Query("SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?", table);
  if (found.empty()) return true;
  // Counted, not estimated: an estimate of a table that has just grown may be of the time before.
  return db.Query(fmt::format("SELECT 1 FROM `{}` LIMIT 1 OFFSET {}", table, kSmallTableRows)).empty();
}

}  // namespace voronka::storage
