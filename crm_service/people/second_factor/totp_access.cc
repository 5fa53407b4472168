#include "crm_service/people/second_factor/totp_access.h"

#include "crm_service/people/users/role_check.h"
#include "foundation/rpc/calls/authentication.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

void Require(bool holds, const std::string& field, rpc::Violations& violations) {
  violations.AddUnless(holds, "REQUIRED", field, {"A value is required.", "Нужно значение."});
}

void CheckActsForAnother(rpc::Session& session) {
  if (session.caller.IsService()) return;
  if (session.caller.role != options::v1::ROLE_ADMIN) {
    throw rpc::Error(rpc::Code::kPermissionDenied, {"NOT_YOURS",
                                                    "user_id",
                                                    {"Only an admin removes another user's second factor.",
                                                     "Чужой второй фактор отключает только администратор."}});
  }
  if (!RoleCheck().AreStillValid(session)) throw rpc::TokenInvalid();
}

}  // namespace

int64_t OwnerOfRemovedTotp(rpc::Session& session, const v1::RemoveTotpRequest& request) {
  const rpc::Caller& caller = session.caller;
  rpc::Violations violations;
  if (caller.IsService()) Require(request.user_id() != 0, "user_id", violations);
  const int64_t owner = request.user_id() != 0 ? request.user_id() : caller.user_id;
  if (!caller.IsService() && owner == caller.user_id) {
    Require(!request.password().empty(), "password", violations);
    Require(!request.code().empty(), "code", violations);
  }
  violations.ThrowIfAny();
  if (owner != caller.user_id) CheckActsForAnother(session);
  return owner;
}

}  // namespace voronka::crm
