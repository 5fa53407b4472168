#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <utility>

#include "foundation/rpc/calls/caller.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::rpc {

// Access tokens that are good no more although they have not expired: of sessions that ended, and those that tell of a
// user as they were before their rights changed. Kept in the tables `revoked_sessions` and `outdated_tokens`, looked up
// in memory: every process reads the tables each second.
class Revocations {
 public:
  // In the session's transaction; this process knows it after the commit, the others within a second or so.
  void Revoke(Session& session, int64_t account_id, int64_t session_id);
  // The same for the tokens of a user whose role, team or state is another now. Their sessions go on: who refreshes
  // gets a token that tells of the user as they are.
  template <class UserChange>
  void Follow(Session& session, int64_t account_id, const UserChange& change) {
    const auto& before = change.before();
    const auto& after = change.after();
    // Of a user who is new nobody holds a token.
    const bool changes_rights =
        change.has_before() &&
        (before.role() != after.role() || before.team_id() != after.team_id() || before.state() != after.state());
    if (changes_rights) OutdateTokens(session, {account_id, after.id()}, after.etag());
  }

  // Of a session that has ended.
  bool Contains(int64_t account_id, int64_t session_id) const;
  // A person's token that still is what it was when it was signed.
  bool Admits(const Caller& caller) const;

  void Reload(storage::Connection& db, int64_t now);

 private:
  using Key = std::pair<int64_t, int64_t>;
  struct Outdated {
    // Tokens that tell of the user before it.
    int64_t etag;
    int64_t time;
  };

  // Tokens that tell of the user before that etag.
  void OutdateTokens(Session& session, const Key& user, int64_t etag);
  void Outdate(const Key& user, const Outdated& outdated);

  mutable std::mutex mutex_;
  // By account and session, with the time of the revocation.
  std::map<Key, int64_t> revoked_;
  // By account and user.
  std::map<Key, Outdated> outdated_;
};

}  // namespace voronka::rpc
