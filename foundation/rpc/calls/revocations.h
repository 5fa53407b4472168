#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <utility>

#include "foundation/rpc/calls/caller.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::rpc {

// Access tokens that are no longer valid although they have not expired: those of sessions that have ended, and those
// that describe a user as they were before their rights changed. Stored in the tables `revoked_sessions` and
// `outdated_tokens`, and looked up in memory: every process reads the tables once a second.
class Revocations {
 public:
  // Runs in the session's transaction. This process knows after the commit, the others within about a second.
  void Revoke(Session& session, int64_t account_id, int64_t session_id);
  // For what must not outlive its session. Whoever writes it, then calls this, and is seen by whoever revokes the
  // session first and then removes it. Throws UNAUTHENTICATED (TOKEN_INVALID).
  static void RequireNotRevoked(Session& session);
  // As Revoke, for the tokens of a user whose role, team or state has changed. The user's sessions continue: a refresh
  // returns a token that describes the user as they are now. A user without an id before has just been created, or is
  // not known as they were: nothing is outdated.
  template <class User>
  void OutdateIfRightsChanged(Session& session, int64_t account_id, const User& before, const User& after) {
    const bool changes_rights =
        before.id() != 0 &&
        (before.role() != after.role() || before.team_id() != after.team_id() || before.state() != after.state());
    if (changes_rights) OutdateTokens(session, {account_id, after.id()}, after.etag());
  }

  // Whether the session has ended.
  bool Contains(int64_t account_id, int64_t session_id) const;
  // Whether a person's token is still as valid as when it was signed.
  bool Admits(const Caller& caller) const;

  void Reload(storage::Connection& db, int64_t now);

 private:
  using Key = std::pair<int64_t, int64_t>;
  struct Outdated {
    // Tokens that describe the user before this etag are stale.
    int64_t etag;
    int64_t time;
  };

  // Revokes the tokens that describe the user before this etag.
  void OutdateTokens(Session& session, const Key& user, int64_t etag);
  void Outdate(const Key& user, const Outdated& outdated);

  mutable std::mutex mutex_;
  // By account and session; the value is the time of the revocation.
  std::map<Key, int64_t> revoked_;
  // By account and user.
  std::map<Key, Outdated> outdated_;
};

}  // namespace voronka::rpc
