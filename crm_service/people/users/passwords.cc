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
  return session_.db.Query("SELECT hash FROM user_passwords WHERE account_id = ? AND user_id = ?", account_id_, user_id)
      .at(0)
      .Text(0);
}

bool Passwords::Change(int64_t user_id, const std::string& old_password, const std::string& new_password) {
  if (!IsPassword(gate_, HashOf(user_id), old_password)) return false;
  Set(user_id, new_password);
  return true;
}

}  // namespace voronka::crm
