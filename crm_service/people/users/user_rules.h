#pragma once

#include <string>

#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

// Active, unless somebody chose otherwise.
void FillDefaults(v1::User& user);

// ROLE_NOT_ALLOWED, UNKNOWN_TIME_ZONE. `prefix` leads to the user in the request, as `user.`.
void CheckRoleAndTimeZone(const v1::User& user, const std::string& prefix, rpc::Violations& violations);

// FORBIDDEN_CHARACTER: a new login may hold nothing that nobody sees, for then nobody could type it, and it would look
// like another one.
void CheckNewLogin(const v1::User& user, const std::string& prefix, rpc::Violations& violations);

// OWN_DEPUTY: nobody stands in for themselves. A user without an ID is not created yet.
void CheckDeputy(const v1::User& user, const std::string& prefix, rpc::Violations& violations);

bool IsActiveAdmin(const v1::User& user);

}  // namespace voronka::crm
