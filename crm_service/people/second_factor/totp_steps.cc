#include "crm_service/people/second_factor/totp_steps.h"

#include "crm_service/people/second_factor/code_check.h"
#include "crm_service/people/second_factor/totp_access.h"
#include "crm_service/people/second_factor/totp_rules.h"
#include "crm_service/people/second_factor/totp_table.h"
#include "crm_service/people/users/own_password.h"
#include "crm_service/people/users/users.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/security/base32.h"
#include "foundation/security/totp.h"

namespace voronka::crm {

using rpc::Session;
using v1::User;

namespace {

constexpr char kIssuer[] = "Voronka";

void RequireTotpIsOff(const User& user) {
  if (!user.totp_enabled()) return;
  throw rpc::Error(rpc::Code::kFailedPrecondition,
                   {"TOTP_ENABLED", "", {"Codes are already required.", "Вход по коду уже включён."}});
}

rpc::Error TotpNotBegun() {
  return rpc::Error(rpc::Code::kFailedPrecondition,
                    {"TOTP_NOT_BEGUN", "", {"First add the key to an app.", "Сначала добавьте ключ в приложение."}});
}

User WithTotp(User user, bool enabled) {
  user.set_totp_enabled(enabled);
  return user;
}

// For one's own; the caller is the user.
void ProveOwner(Try& attempt, Session& session, const v1::RemoveTotpRequest& request, security::PasswordGate& gate) {
  RequireOwnPassword(attempt, session, gate, request.password(), "password");
  if (UseCode(session, session.account_id(), session.caller.user_id, request.code())) return;
  attempt.Fail();
  throw CodeWrong(rpc::Code::kFailedPrecondition);
}

}  // namespace

v1::BeginTotpResponse BeginTotp(Session& session, const v1::BeginTotpRequest& request, security::PasswordGate& gate,
                                FailureLimit& wrong_proofs) {
  Try attempt;
  HoldProof(attempt, session, wrong_proofs, "password");
  const User user = Users(session).Lock(session.caller.user_id);
  RequireOwnPassword(attempt, session, gate, request.password(), "password");
  RequireTotpIsOff(user);
  const std::string secret = NewTotpSecret(session.random());
  TotpTable(session, session.account_id()).Put(user.id(), {secret});
  v1::BeginTotpResponse response;
  response.set_secret(security::EncodeBase32(secret));
  response.set_uri(security::TotpUri(secret, kIssuer, user.login()));
  return response;
}

v1::ConfirmTotpResponse ConfirmTotp(Session& session, const v1::ConfirmTotpRequest& request,
                                    FailureLimit& wrong_proofs) {
  Try attempt;
  HoldProof(attempt, session, wrong_proofs, "code");
  Users users(session);
  const User before = users.Lock(session.caller.user_id);
  RequireTotpIsOff(before);
  TotpTable table(session, session.account_id());
  if (!table.Find(before.id())) throw TotpNotBegun();
  if (!UseCode(session, session.account_id(), before.id(), request.code())) {
    attempt.Fail();
    throw CodeWrong(rpc::Code::kFailedPrecondition);
  }
  v1::ConfirmTotpResponse response;
  const auto codes = NewRecoveryCodes(session.random());
  table.AddRecoveryCodes(before.id(), codes);
  response.mutable_recovery_codes()->Assign(codes.begin(), codes.end());
  *response.mutable_user() = users.Save(before, WithTotp(before, true));
  return response;
}

User RemoveTotp(Session& session, const v1::RemoveTotpRequest& request, security::PasswordGate& gate,
                FailureLimit& wrong_proofs) {
  const int64_t owner = OwnerOfRemovedTotp(session, request);
  const bool own = owner == session.caller.user_id;
  Try attempt;
  if (own) HoldProof(attempt, session, wrong_proofs, "password");
  Users users(session);
  const User before = users.Lock(owner);
  if (!before.totp_enabled()) return before;
  if (own) ProveOwner(attempt, session, request, gate);
  TotpTable(session, session.account_id()).Remove(owner);
  return users.Save(before, WithTotp(before, false));
}

}  // namespace voronka::crm
