#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/role_access.pb.h"

namespace voronka::crm {

// The methods of RoleAccessService.
v1::ListRoleAccessResponse ListRoleAccess(rpc::Session& session, const v1::ListRoleAccessRequest& request);
v1::RoleAccess UpdateRoleAccess(rpc::Session& session, const v1::UpdateRoleAccessRequest& request);

}  // namespace voronka::crm
