#include "foundation/rpc/calls/revocations.h"

#include <algorithm>
#include <chrono>

#include "foundation/rpc/calls/authentication.h"

namespace voronka::rpc {
namespace {

// Longer than the lifetime of an access token.
constexpr int64_t kRevocationRetention = std::chrono::microseconds(std::chrono::hours(24)).count();

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

void Revocations::RequireNotRevoked(Session& session) {
  const auto revoked =
      session.db.Query("SELECT revoke_time FROM revoked_sessions WHERE account_id = ? AND session_id = ? FOR UPDATE",
                       session.account_id(), session.caller.session_id);
  if (!revoked.empty()) throw TokenInvalid();
}

void Revocations::OutdateTokens(Session& session, const Key& user, int64_t etag) {
  const Outdated outdated{etag, session.Now()};
  session.db.Execute(
      "INSERT INTO outdated_tokens (account_id, user_id, user_etag, change_time) VALUES (?, ?, ?, ?) "
      "ON DUPLICATE KEY UPDATE user_etag = GREATEST(user_etag, VALUES(user_etag)), change_time = VALUES(change_time)",
      user.first, user.second, outdated.etag, outdated.time);
  session.AfterCommit([this, user, outdated] {
    std::lock_guard lock(mutex_);
    Outdate(user, outdated);
  });
}

bool Revocations::Contains(int64_t account_id, int64_t session_id) const {
  std::lock_guard lock(mutex_);
  return revoked_.contains({account_id, session_id});
}

bool Revocations::Admits(const Caller& caller) const {
  std::lock_guard lock(mutex_);
  if (revoked_.contains({caller.account_id, caller.session_id})) return false;
  const auto outdated = outdated_.find({caller.account_id, caller.user_id});
  return outdated == outdated_.end() || caller.user_etag >= outdated->second.etag;
}

void Revocations::Reload(storage::Connection& db, int64_t now) {
  const int64_t forgotten = now - kRevocationRetention;
  db.Execute("DELETE FROM revoked_sessions WHERE revoke_time < ?", forgotten);
  db.Execute("DELETE FROM outdated_tokens WHERE change_time < ?", forgotten);
  const auto revoked = db.Query("SELECT account_id, session_id, revoke_time FROM revoked_sessions");
  const auto outdated = db.Query("SELECT account_id, user_id, user_etag, change_time FROM outdated_tokens");
  std::lock_guard lock(mutex_);
  // Merged rather than replaced: the rows lack what was committed after the queries.
  for (const auto& row : revoked) revoked_.emplace(Key(row.Int(0), row.Int(1)), row.Int(2));
  for (const auto& row : outdated) Outdate({row.Int(0), row.Int(1)}, {row.Int(2), row.Int(3)});
  std::erase_if(revoked_, [forgotten](const auto& entry) { return entry.second < forgotten; });
  std::erase_if(outdated_, [forgotten](const auto& entry) { return entry.second.time < forgotten; });
}

void Revocations::Outdate(const Key& user, const Outdated& outdated) {
  auto& known = outdated_.try_emplace(user, outdated).first->second;
  known = {std::max(known.etag, outdated.etag), std::max(known.time, outdated.time)};
}

}  // namespace voronka::rpc
