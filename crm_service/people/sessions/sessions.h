#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crm_service/people/sessions/refresh_rules.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::crm {

// The table `sessions`.
class Sessions {
 public:
  explicit Sessions(rpc::Session& session) : Sessions(session, session.account_id()) {}
  // For an account other than the session's: a caller who logs in or refreshes has none yet.
  Sessions(rpc::Session& session, int64_t account_id) : session_(session), account_id_(account_id) {}

  // Nobody else changes them until the transaction ends.
  std::optional<v1::Session> Lock(int64_t id);
  std::vector<v1::Session> LockAliveOf(int64_t user_id);
  v1::ListSessionsResponse ListAliveOf(int64_t user_id, const v1::ListSessionsRequest& request);

  void Add(const v1::Session& added, const RefreshState& state);
  void Update(const v1::Session& changed);

  RefreshState RefreshStateOf(int64_t id);
  void SetRefreshState(int64_t id, const RefreshState& state);

  // Deletes up to `limit` sessions, of any account, that ended at least 30 days ago; returns how many.
  static int64_t Forget(storage::Connection& db, int64_t now, int limit);

 private:
  rpc::Session& session_;
  const int64_t account_id_;
};

}  // namespace voronka::crm
