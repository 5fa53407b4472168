#include "crm_service/people/users/users.h"

#include <google/protobuf/util/time_util.h>

#include "crm_service/people/accounts/accounts.h"
#include "crm_service/people/accounts/updated.h"
#include "crm_service/log/events/record.h"
#include "crm_service/people/teams/teams.h"
#include "crm_service/people/users/logins.h"
#include "crm_service/people/users/user_rules.h"
#include "foundation/rpc/page.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using v1::User;

namespace {

v1::UserChange ChangeOf(const User& before, const User& after) {
  v1::UserChange change;
  *change.mutable_before() = before;
  *change.mutable_after() = after;
  return change;
}

}  // namespace

std::optional<User> Users::Find(int64_t id) {
  return session_.db.SelectOne<User>("SELECT {columns} FROM users WHERE account_id = ? AND id = ?", account_id_, id);
}

User Users::Get(int64_t id) {
  if (auto user = Find(id)) return *std::move(user);
  throw rpc::NotFound("user", id);
}

User Users::Lock(int64_t id) {
  auto user = session_.db.SelectOne<User>("SELECT {columns} FROM users WHERE account_id = ? AND id = ? FOR UPDATE",
                                          account_id_, id);
  if (!user) throw rpc::NotFound("user", id);
  return *std::move(user);
}

bool Users::IsActive(int64_t id) {
  const auto user = Find(id);
  return user && user->state() == User::STATE_ACTIVE;
}

v1::ListUsersResponse Users::List(const v1::ListUsersRequest& request) {
  const rpc::Page page(request, {0});
  v1::ListUsersResponse response;
  page.Fill(session_.db.Select<User>("SELECT {columns} FROM users WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?",
                                     account_id_, page.key(), page.limit()),
            response.mutable_users(), response.mutable_next_page_token(),
            [](const User& user) { return std::vector<int64_t>{user.id()}; });
  return response;
}

std::optional<User> Users::RequireUser(int64_t id, const std::string& field, rpc::Violations& violations) {
  if (id == 0) return std::nullopt;
  auto user = Find(id);
  violations.AddUnless(user.has_value(), "UNKNOWN_USER", field, {"There is no such user.", "Такого пользователя нет."});
  return user;
}

void Users::Check(const User& user, const std::string& prefix, rpc::Violations& violations) {
  CheckUser(user, prefix, violations);
  Teams(session_, account_id_).RequireTeam(user.team_id(), prefix + "team_id", violations);
  RequireUser(user.deputy_user_id(), prefix + "deputy_user_id", violations);
}

User Users::Add(User user, int64_t id, const std::string& prefix) {
  FillDefaults(user);
  user.set_id(id);
  *user.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  user.set_etag(1);
  Logins(session_).Take(user.login(), {account_id_, id}, prefix + "login");
  session_.db.Insert("users", {{"account_id", account_id_}}, user);
  v1::UserChange change;
  *change.mutable_after() = user;
  RecordChange(std::move(change));
  return user;
}

v1::UserChange Users::Update(const v1::UpdateUserRequest& request) {
  // Whoever changes users takes turns: of two admins who disable each other, the second must see that he is the last.
  Accounts(session_).Lock();
  User before = Lock(request.user_id());
  std::optional<User> after = Updated(before, request.user(), request);
  if (!after) return ChangeOf(before, before);
  FillDefaults(*after);
  rpc::Violations violations;
  Check(*after, "user.", violations);
  violations.ThrowIfAny();
  session_.db.Update("users", *after, "WHERE account_id = ? AND id = ?", account_id_, after->id());
  if (IsActiveAdmin(before) && !IsActiveAdmin(*after)) RequireAnAdmin();
  v1::UserChange change = ChangeOf(before, *after);
  RecordChange(change);
  return change;
}

void Users::RequireAnAdmin() {
  const auto admins = session_.db.Query("SELECT id FROM users WHERE account_id = ? AND role = ? AND state = ? LIMIT 1",
                                        account_id_, options::v1::ROLE_ADMIN, User::STATE_ACTIVE);
  if (!admins.empty()) return;
  throw rpc::Error(
      rpc::Code::kFailedPrecondition,
      {"LAST_ADMIN", "user", {"Somebody must stay the account's admin.", "У аккаунта должен остаться администратор."}});
}

void Users::RecordChange(v1::UserChange change) {
  v1::Event event;
  event.set_account_id(account_id_);
  *event.mutable_user() = std::move(change);
  Record(session_, std::move(event));
}

}  // namespace voronka::crm
