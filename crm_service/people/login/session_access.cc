#include "crm_service/people/login/session_access.h"

#include "crm_service/people/sessions/sessions.h"
#include "crm_service/people/users/users.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

bool MayActFor(const rpc::Caller& caller, int64_t user_id) {
  return user_id == caller.user_id || caller.role == options::v1::ROLE_ADMIN;
}

}  // namespace

int64_t OwnerOfListedSessions(rpc::Session& session, int64_t user_id) {
  if (user_id == 0) return session.caller.user_id;
  if (MayActFor(session.caller, user_id)) return Users(session).Get(user_id).id();
  throw rpc::Error(rpc::Code::kPermissionDenied,
                   {"NOT_YOURS",
                    "user_id",
                    {"Only an admin sees another user's sessions.", "Чужие сеансы видит только администратор."}});
}

v1::Session LockOwnSession(rpc::Session& session, int64_t session_id) {
  auto found = Sessions(session).Lock(session_id);
  if (!found || !MayActFor(session.caller, found->user_id())) throw rpc::NotFound("session", session_id);
  return *std::move(found);
}

}  // namespace voronka::crm
