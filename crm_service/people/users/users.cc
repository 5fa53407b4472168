#include "crm_service/people/users/users.h"

#include "crm_service/people/users/logins.h"

namespace voronka::crm {

using v1::User;

std::vector<User> Users::All() {
  return session_.db.Select<User>("SELECT {columns} FROM users WHERE account_id = ? ORDER BY id", account_id_);
}

bool Users::IsActive(int64_t id) {
  const auto user = Find(id);
  return user && user->state() == User::STATE_ACTIVE;
}

bool Users::HasActiveAdmin() {
  return !session_.db
              .Query("SELECT id FROM users WHERE account_id = ? AND role = ? AND state = ? LIMIT 1", account_id_,
                     options::v1::ROLE_ADMIN, User::STATE_ACTIVE)
              .empty();
}

std::optional<User> Users::RequireUser(int64_t id, const std::string& field, rpc::Violations& violations) {
  if (id == 0) return std::nullopt;
  auto user = Find(id);
  violations.AddUnless(user.has_value(), "UNKNOWN_USER", field, {"There is no such user.", "Такого пользователя нет."});
  return user;
}

User Users::Add(int64_t id, User user, const std::string& login_field) {
  Logins(session_).Take(user.login(), {account_id_, id}, login_field);
  return AddAs(id, std::move(user));
}

User Users::Save(const User& before, User after, const std::string& login_field) {
  Logins(session_).Move(before.login(), after.login(), {account_id_, before.id()}, login_field);
  return ResourceTable::Save(before, std::move(after));
}

}  // namespace voronka::crm
