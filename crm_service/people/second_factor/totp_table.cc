#include "crm_service/people/second_factor/totp_table.h"

#include "foundation/security/secret.h"

namespace voronka::crm {

using storage::Bytes;

std::optional<TotpState> TotpTable::Find(int64_t user_id) {
  const auto rows = session_.db.Query("SELECT secret, last_step FROM user_totp WHERE account_id = ? AND user_id = ?",
                                      account_id_, user_id);
  if (rows.empty()) return std::nullopt;
  return TotpState{rows[0].Text(0), rows[0].Int(1)};
}

void TotpTable::Put(int64_t user_id, const TotpState& state) {
  session_.db.Execute(
      "INSERT INTO user_totp (account_id, user_id, secret, last_step) VALUES (?, ?, ?, ?) "
      "ON DUPLICATE KEY UPDATE secret = VALUES(secret), last_step = VALUES(last_step)",
      account_id_, user_id, Bytes{state.secret}, state.last_step);
}

void TotpTable::Remove(int64_t user_id) {
  session_.db.Execute("DELETE FROM recovery_codes WHERE account_id = ? AND user_id = ?", account_id_, user_id);
  session_.db.Execute("DELETE FROM user_totp WHERE account_id = ? AND user_id = ?", account_id_, user_id);
}

void TotpTable::AddRecoveryCodes(int64_t user_id, const std::vector<std::string>& codes) {
  for (const std::string& code : codes) {
    session_.db.Execute("INSERT INTO recovery_codes (account_id, user_id, hash) VALUES (?, ?, ?)", account_id_, user_id,
                        Bytes{security::Sha256(PlainCode(code))});
  }
}

bool TotpTable::UseRecoveryCode(int64_t user_id, const std::string& plain_code) {
  return session_.db.Execute("DELETE FROM recovery_codes WHERE account_id = ? AND user_id = ? AND hash = ?",
                             account_id_, user_id, Bytes{security::Sha256(plain_code)}) > 0;
}

}  // namespace voronka::crm
