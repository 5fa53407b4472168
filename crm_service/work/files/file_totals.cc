#include "crm_service/work/files/file_totals.h"

#include "foundation/storage/errors.h"

namespace voronka::crm {

int64_t FileTotals::Bytes() {
  const auto rows = db_.Query("SELECT bytes FROM file_totals WHERE account_id = ?", account_id_);
  return rows.empty() ? 0 : rows[0].Int(0);
}

int64_t FileTotals::Lock() {
  if (db_.Query("SELECT bytes FROM file_totals WHERE account_id = ?", account_id_).empty()) {
    try {
      db_.Execute("INSERT INTO file_totals (account_id, bytes) VALUES (?, 0)", account_id_);
    } catch (const storage::DuplicateKey&) {
      // Somebody else has just made it.
    }
  }
  return db_.Query("SELECT bytes FROM file_totals WHERE account_id = ? FOR UPDATE", account_id_).at(0).Int(0);
}

void FileTotals::Add(int64_t bytes) {
  db_.Execute("UPDATE file_totals SET bytes = bytes + ? WHERE account_id = ?", bytes, account_id_);
}

}  // namespace voronka::crm
