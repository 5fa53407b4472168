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
  session.AfterCommit([this, key = std::pair(account_id, session_id)] {
    std::lock_guard lock(mutex_);
    revoked_.insert(key);
  });
}

bool Revocations::Contains(int64_t account_id, int64_t session_id) const {
  std::lock_guard lock(mutex_);
  return revoked_.contains({account_id, session_id});
}

void Revocations::Reload(storage::Connection& db, int64_t now) {
  db.Execute("DELETE FROM revoked_sessions WHERE revoke_time < ?", now - kKept);
  std::set<std::pair<int64_t, int64_t>> revoked;
  for (const auto& row : db.Query("SELECT account_id, session_id FROM revoked_sessions")) {
    revoked.emplace(row.Int(0), row.Int(1));
  }
  std::lock_guard lock(mutex_);
  revoked_.merge(revoked);
}

}  // namespace voronka::rpc
