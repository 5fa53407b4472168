#include "crm_service/people/access/access_steps.h"

#include <google/protobuf/util/message_differencer.h>

#include <utility>

#include "crm_service/people/access/access_rules.h"
#include "crm_service/people/access/role_accesses.h"
#include "foundation/rpc/requests/etag.h"

namespace voronka::crm {

using rpc::Session;
using v1::RoleAccess;

v1::ListRoleAccessResponse ListRoleAccess(Session& session, const v1::ListRoleAccessRequest&) {
  v1::ListRoleAccessResponse response;
  for (auto& [role, access] : RoleAccesses(session).All()) *response.add_role_access() = std::move(access);
  return response;
}

RoleAccess UpdateRoleAccess(Session& session, const v1::UpdateRoleAccessRequest& request) {
  rpc::Violations violations;
  CheckRoleAccess(request.role_access(), violations);
  violations.ThrowIfAny();
  RoleAccesses accesses(session);
  const auto before = accesses.Lock(request.role_access().role());
  rpc::CheckEtag(request.etag(), before.etag());
  auto after = Replaced(before, request.role_access());
  if (google::protobuf::util::MessageDifferencer::Equals(before, after)) return before;
  return accesses.Save(before, std::move(after));
}

}  // namespace voronka::crm
