#include "crm_service/work/files/file_collection.h"

#include <chrono>

#include "crm_service/work/files/file_totals.h"
#include "foundation/storage/transaction.h"

namespace voronka::crm {
namespace {

using std::chrono::hours;
using std::chrono::microseconds;

constexpr int64_t kUploadLife = microseconds(hours(24)).count();
constexpr int64_t kRemovedFor = microseconds(hours(7 * 24)).count();
// Longer than a backup takes. Bytes of an upload without a row go as late.
constexpr int64_t kUnnamedFor = microseconds(hours(3 * 24)).count();
constexpr size_t kForgottenFiles = 100;

FileStore::Time DiskTime(int64_t micros) {
  const std::chrono::sys_time<microseconds> time{microseconds(micros)};
  return std::chrono::time_point_cast<FileStore::Time::duration>(FileStore::Time::clock::from_sys(time));
}

bool IsNamed(storage::Connection& db, const ContentKey& content) {
  return !db.Query("SELECT id FROM files WHERE account_id = ? AND sha256 = ? LIMIT 1", content.account_id,
                   content.sha256)
              .empty();
}

}  // namespace

bool FileCollection::ForgetUploads(storage::Connection& db, int64_t now) {
  if (!keeping_.is_on()) return false;
  const auto rows = db.Query("SELECT account_id, id FROM uploads WHERE create_time < ? LIMIT ?", now - kUploadLife,
                             int64_t{kForgottenFiles});
  for (const auto& row : rows) {
    // Waits for a part that is being written.
    db.Execute("DELETE FROM uploads WHERE account_id = ? AND id = ?", row.Int(0), row.Int(1));
    keeping_.store().Drop({row.Int(0), row.Int(1)});
  }
  if (rows.size() == kForgottenFiles) return true;
  keeping_.store().DropUploadsOlder(DiskTime(now - kUnnamedFor));
  return false;
}

bool FileCollection::ForgetRemoved(storage::Connection& db, int64_t now) {
  if (!keeping_.is_on()) return false;
  const auto rows = db.Query("SELECT account_id, id FROM files WHERE delete_time < ? LIMIT ?", now - kRemovedFor,
                             int64_t{kForgottenFiles});
  for (const auto& row : rows) ForgetFile(db, row.Int(0), row.Int(1), now - kRemovedFor);
  return rows.size() == kForgottenFiles;
}

// Its content counts as new, so that it outlives a backup that has read the row.
void FileCollection::ForgetFile(storage::Connection& db, int64_t account_id, int64_t file_id, int64_t before) {
  storage::RunTransaction(db, [&](storage::Transaction& transaction) {
    FileTotals totals(transaction.db, account_id);
    totals.Lock();
    const auto rows = transaction.db.Query(
        "SELECT size, sha256 FROM files WHERE account_id = ? AND id = ? AND delete_time < ? FOR UPDATE", account_id,
        file_id, before);
    if (rows.empty()) return;
    keeping_.store().Renew({account_id, rows[0].Text(1)});
    transaction.db.Execute("DELETE FROM files WHERE account_id = ? AND id = ?", account_id, file_id);
    totals.Add(-rows[0].Int(0));
  });
}

bool FileCollection::CollectContent(storage::Connection& db, int64_t now) {
  if (!keeping_.is_on()) return false;
  if (folders_.empty()) folders_ = keeping_.store().ContentFolders();
  if (folders_.empty()) return false;
  const auto folder = folders_.back();
  folders_.pop_back();
  const auto before = DiskTime(now - kUnnamedFor);
  for (const auto& content : keeping_.store().ContentOlder(folder, before)) {
    if (!IsNamed(db, content)) CollectUnnamed(db, content, before);
  }
  return !folders_.empty();
}

// Under the lock that whoever finishes an upload of the same content takes: it is either named now, or written anew
// afterwards.
void FileCollection::CollectUnnamed(storage::Connection& db, const ContentKey& content, FileStore::Time before) {
  storage::RunTransaction(db, [&](storage::Transaction& transaction) {
    FileTotals(transaction.db, content.account_id).Lock();
    if (!IsNamed(transaction.db, content)) keeping_.store().RemoveOlder(content, before);
  });
}

}  // namespace voronka::crm
