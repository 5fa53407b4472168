#include "crm_service/people/users/passwords.h"

namespace voronka::crm {

void Passwords::Set(int64_t user_id, const std::string& password) {
  session_.db.Execute(
      "INSERT INTO user_passwords (account_id, user_id, hash) VALUES (?, ?, ?) "
      "ON DUPLICATE KEY UPDATE hash = VALUES(hash)",
      account_id_, user_id, gate_.Hash(password));
}

std::string Passwords::HashOf(int64_t user_id) {
  return session_.db.Query("SELECT hash FROM user_passwords WHERE account_id = ? AND user_id = ?", account_id_, user_id)
      .at(0)
      .Text(0);
}

bool Passwords::Change(int64_t user_id, const std::string& old_password, const std::string& new_password) {
  if (!gate_.Verify(HashOf(user_id), old_password)) return false;
  Set(user_id, new_password);
  return true;
}

}  // namespace voronka::crm
