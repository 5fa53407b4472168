#include "crm_service/people/second_factor/code_check.h"

#include "crm_service/people/second_factor/totp_table.h"

namespace voronka::crm {

bool UseCode(rpc::Session& session, int64_t account_id, int64_t user_id, const std::string& code) {
  TotpTable table(session, account_id);
  const auto state = table.Find(user_id);
  if (!state) return false;
  const std::string plain = PlainCode(code);
  if (const auto step = AcceptedStep(*state, plain, session.Now())) {
    table.Put(user_id, {state->secret, *step});
    return true;
  }
  return table.UseRecoveryCode(user_id, plain);
}

rpc::Error CodeWrong(rpc::Code code) {
  return rpc::Error(
      code, {"CODE_WRONG", "code", {"The code is wrong or has been used.", "Код неверный или уже использован."}});
}

}  // namespace voronka::crm
