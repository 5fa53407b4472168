#include "foundation/rpc/revocations.h"

#include <chrono>

namespace voronka::rpc {
namespace {

// Longer than an access token lives.
constexpr int64_t kKept = std::chrono::microseconds(std::chrono::hours(24)).count();

}  // namespace

void Revocations::Revoke(Session& session, int64_t account_id, int64_t session_id) {
  session.db.Execute(
      "INSERT INTO revoked_sessions (account_id, session_id, revoke_time) VALUES (?, ?, ?) "
      "ON DUPLICATE KEY UPDATE revoke_time = revoke_time",
      account_id, session_id, session.Now());
  session.AfterCommit([this, key = std::pair(account_id, session_id), now = session.Now()] {
    std::lock_guard lock(mutex_);
    revoked_.emplace(key, now);
  });
}

bool Revocations::Contains(int64_t account_id, int64_t session_id) const {
  std::lock_guard lock(mutex_);
  return revoked_.contains({account_id, session_id});
}

void Revocations::Reload(storage::Connection& db, int64_t now) {
  const int64_t forgotten = now - kKept;
  db.Execute("DELETE FROM revoked_sessions WHERE revoke_time < ?", forgotten);
  const auto rows = db.Query("SELECT account_id, session_id, revoke_time FROM revoked_sessions");
  std::lock_guard lock(mutex_);
  // Added to, for a session that was revoked since the query is not in the rows.
  for (const auto& row : rows) revoked_.emplace(std::pair(row.Int(0), row.Int(1)), row.Int(2));
  std::erase_if(revoked_, [forgotten](const auto& entry) { return entry.second < forgotten; });
}

}  // namespace voronka::rpc
