#pragma once

#include <optional>
#include <string>

#include "foundation/rpc/error.h"
#include "foundation/rpc/session.h"
#include "voronka/crm/v1/event.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

// The table `users`.
class Users {
 public:
  explicit Users(rpc::Session& session) : Users(session, session.account_id()) {}
  // Of another account than the session's: who logs in has none yet.
  Users(rpc::Session& session, int64_t account_id) : session_(session), account_id_(account_id) {}

  std::optional<v1::User> Find(int64_t id);
  // Throws NOT_FOUND.
  v1::User Get(int64_t id);
  // The same, changed by nobody else until the transaction ends.
  v1::User Lock(int64_t id);
  bool IsActive(int64_t id);
  v1::ListUsersResponse List(const v1::ListUsersRequest& request);

  // Adds UNKNOWN_USER unless `id` is a user of the account, active or not; 0: nobody is named. Returns the user.
  std::optional<v1::User> RequireUser(int64_t id, const std::string& field, rpc::Violations& violations);
  // Everything that is wrong with what a caller says of a user. `prefix` leads to it in the request, as `user.`.
  void Check(const v1::User& user, const std::string& prefix, rpc::Violations& violations);

  // `user` is checked already; `id` is new. Throws ALREADY_EXISTS (LOGIN_TAKEN).
  v1::User Add(v1::User user, int64_t id, const std::string& prefix);
  // What was changed; both the same where nothing was. Throws FAILED_PRECONDITION (LAST_ADMIN).
  v1::UserChange Update(const v1::UpdateUserRequest& request);

 private:
  void RequireAnAdmin();
  void RecordChange(v1::UserChange change);

  rpc::Session& session_;
  const int64_t account_id_;
};

}  // namespace voronka::crm
