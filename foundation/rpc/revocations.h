#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <utility>

#include "foundation/rpc/session.h"

namespace voronka::rpc {

// Sessions that ended although an access token of theirs may still be valid. Kept in the table `revoked_sessions`,
// looked up in memory: every process reads the table each second.
class Revocations {
 public:
  // In the session's transaction; this process knows it after the commit, the others within a second or so.
  void Revoke(Session& session, int64_t account_id, int64_t session_id);
  bool Contains(int64_t account_id, int64_t session_id) const;

  void Reload(storage::Connection& db, int64_t now);

 private:
  mutable std::mutex mutex_;
  // With the time of the revocation.
  std::map<std::pair<int64_t, int64_t>, int64_t> revoked_;
};

}  // namespace voronka::rpc
