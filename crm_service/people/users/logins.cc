#include "crm_service/people/users/logins.h"

#include "crm_service/people/users/login_key.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/storage/errors.h"

namespace voronka::crm {

std::optional<Logins::Found> Logins::Find(const std::string& login_key) {
  const auto rows = session_.db.Query(
      "SELECT logins.account_id, logins.user_id, user_passwords.hash FROM logins "
      "JOIN user_passwords ON user_passwords.account_id = logins.account_id "
      "AND user_passwords.user_id = logins.user_id WHERE logins.login = ? AND user_passwords.hash <> ''",
      login_key);
  if (rows.empty()) return std::nullopt;
  return Found{{rows[0].Int(0), rows[0].Int(1)}, rows[0].Text(2)};
}

std::optional<Logins::Owner> Logins::OwnerOf(const std::string& login_key) {
  const auto rows = session_.db.Query("SELECT account_id, user_id FROM logins WHERE login = ?", login_key);
  if (rows.empty()) return std::nullopt;
  return Owner{rows[0].Int(0), rows[0].Int(1)};
}

void Logins::Take(const std::string& login, const Owner& owner, const std::string& field) {
  try {
    session_.db.Execute("INSERT INTO logins (login, account_id, user_id) VALUES (?, ?, ?)", LoginKey(login),
                        owner.account_id, owner.user_id);
  } catch (const storage::DuplicateKey&) {
    throw rpc::Error(rpc::Code::kAlreadyExists,
                     {"LOGIN_TAKEN", field, {"This login is in use.", "Этот логин уже занят."}});
  }
}

void Logins::Move(const std::string& present, const std::string& next, const Owner& owner, const std::string& field) {
  if (LoginKey(present) == LoginKey(next)) return;
  Take(next, owner, field);
  session_.db.Execute("DELETE FROM logins WHERE login = ? AND account_id = ? AND user_id = ?", LoginKey(present),
                      owner.account_id, owner.user_id);
}

}  // namespace voronka::crm
