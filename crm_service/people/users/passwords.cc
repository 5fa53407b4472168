#include "crm_service/people/users/passwords.h"

#include <algorithm>
#include <vector>

#include "foundation/rpc/requests/composed.h"

namespace voronka::crm {
namespace {

// What a hash may have been made of: the composed form, or, if it is older than that rule, the form that was typed.
std::vector<std::string> HashableForms(const std::string& password) {
  std::vector<std::string> forms = {rpc::Composed(password)};
  if (forms[0] != password) forms.push_back(password);
  return forms;
}

}  // namespace

bool IsPassword(security::PasswordGate& gate, const std::string& hash, const std::string& password) {
  if (hash.empty()) return IsNobodysPassword(gate, password);
  const auto forms = HashableForms(password);
  return std::any_of(forms.begin(), forms.end(), [&](const auto& form) { return gate.Verify(hash, form); });
}

bool IsNobodysPassword(security::PasswordGate& gate, const std::string& password) {
  for (const auto& form : HashableForms(password)) gate.VerifyNobody(form);
  return false;
}

void Passwords::Set(int64_t user_id, const std::string& password) {
  session_.db.Execute(
      "INSERT INTO user_passwords (account_id, user_id, hash) VALUES (?, ?, ?) "
      "ON DUPLICATE KEY UPDATE hash = VALUES(hash)",
      account_id_, user_id, gate_.Hash(rpc::Composed(password)));
}

std::string Passwords::HashOf(int64_t user_id) {
  const auto rows =
      session_.db.Query("SELECT hash FROM user_passwords WHERE account_id = ? AND user_id = ?", account_id_, user_id);
  return rows.empty() ? "" : rows[0].Text(0);
}

void Passwords::Invalidate(int64_t user_id) {
  session_.db.Execute("UPDATE user_passwords SET hash = '' WHERE account_id = ? AND user_id = ?", account_id_, user_id);
}

bool HasHadPassword(rpc::Session& session, int64_t account_id, int64_t user_id) {
  return !session.db
              .Query("SELECT user_id FROM user_passwords WHERE account_id = ? AND user_id = ?", account_id, user_id)
              .empty();
}

}  // namespace voronka::crm
