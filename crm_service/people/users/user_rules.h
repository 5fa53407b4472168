#pragma once

#include <string>

#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

// A caller chooses only whether the user is disabled. One who is not is active if they have ever had a password, and
// invited otherwise.
void SettleState(v1::User& user, bool has_had_password);

// ROLE_NOT_ALLOWED, UNKNOWN_TIME_ZONE. `prefix` leads to the user in the request, as `user.`.
void CheckRoleAndTimeZone(const v1::User& user, const std::string& prefix, rpc::Violations& violations);

// FORBIDDEN_CHARACTER: a new login may hold nothing that nobody sees, for then nobody could type it, and it would look
// like another one.
void CheckNewLogin(const v1::User& user, const std::string& prefix, rpc::Violations& violations);

// OWN_DEPUTY: nobody stands in for themselves. A user without an ID is not created yet.
void CheckDeputy(const v1::User& user, const std::string& prefix, rpc::Violations& violations);

bool IsActiveAdmin(const v1::User& user);

}  // namespace voronka::crm
