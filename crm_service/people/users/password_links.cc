#include "crm_service/people/users/password_links.h"

namespace voronka::crm {

using storage::Bytes;

std::optional<PasswordLink> PasswordLinks::Find(int64_t user_id) {
  const auto rows = session_.db.Query(
      "SELECT hash, expire_time FROM password_links WHERE account_id = ? AND user_id = ?", account_id_, user_id);
  if (rows.empty()) return std::nullopt;
  return PasswordLink{rows[0].Text(0), rows[0].Int(1)};
}

void PasswordLinks::Put(int64_t user_id, const PasswordLink& link) {
  session_.db.Execute(
      "INSERT INTO password_links (account_id, user_id, hash, expire_time) VALUES (?, ?, ?, ?) "
      "ON DUPLICATE KEY UPDATE hash = VALUES(hash), expire_time = VALUES(expire_time)",
      account_id_, user_id, Bytes{link.hash}, link.expire_time);
}

void PasswordLinks::Remove(int64_t user_id) {
  session_.db.Execute("DELETE FROM password_links WHERE account_id = ? AND user_id = ?", account_id_, user_id);
}

}  // namespace voronka::crm
