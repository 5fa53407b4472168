#include "crm_service/people/users/own_password.h"

#include <fmt/format.h>

#include <chrono>

#include "crm_service/people/users/passwords.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

rpc::Error TooManyProofs(std::chrono::microseconds wait, const std::string& field) {
  rpc::Error error(rpc::Code::kResourceExhausted, {"TOO_MANY_ATTEMPTS",
                                                   field,
                                                   {"Too many wrong passwords or codes; try again later.",
                                                    "Слишком много неверных паролей или кодов; попробуйте позже."}});
  return error.RetryAfter(std::chrono::ceil<std::chrono::milliseconds>(wait));
}

}  // namespace

void HoldProof(Try& attempt, rpc::Session& session, FailureLimit& failures, const std::string& field) {
  const auto key = fmt::format("{}.{}", session.caller.account_id, session.caller.session_id);
  if (const auto wait = attempt.HoldAgainst(failures, key, session.Now())) throw TooManyProofs(*wait, field);
}

void RequireOwnPassword(Try& attempt, rpc::Session& session, security::PasswordGate& gate, const std::string& password,
                        const std::string& field) {
  const rpc::Caller& caller = session.caller;
  const std::string hash = Passwords(session, caller.account_id, gate).HashOf(caller.user_id);
  if (IsPassword(gate, hash, password)) return;
  attempt.Fail();
  throw rpc::Error(rpc::Code::kFailedPrecondition,
                   {"WRONG_PASSWORD", field, {"The password is wrong.", "Неверный пароль."}});
}

}  // namespace voronka::crm
