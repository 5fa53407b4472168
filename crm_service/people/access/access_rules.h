#pragma once

#include <array>

#include "foundation/rpc/calls/caller.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/role_access.pb.h"

namespace voronka::crm {

// Pure decisions about the rights of roles, without a database.

// Roles that may be limited. All others see everything.
inline constexpr std::array kRolesThatMayBeLimited = {options::v1::ROLE_MANAGER, options::v1::ROLE_HEAD_OF_SALES};

bool MayBeLimited(options::v1::Role role);

// What a role may read in an account that has not changed it: everything.
v1::RoleAccess UsualAccess(options::v1::Role role);

// What of it makes no sense: ROLE_SEES_ALL.
void CheckRoleAccess(const v1::RoleAccess& access, rpc::Violations& violations);

// `before` with what `wanted` says; a scope that it does not name is everything.
v1::RoleAccess Replaced(const v1::RoleAccess& before, const v1::RoleAccess& wanted);

}  // namespace voronka::crm
