#pragma once

#include <string>

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

// Adds everything that is wrong with a user as a caller describes them: what the rules refuse (ROLE_NOT_ALLOWED,
// UNKNOWN_TIME_ZONE, OWN_DEPUTY), and a team or a deputy that the account does not have (UNKNOWN_TEAM, UNKNOWN_USER).
// `prefix` leads to the user in the request, as `user.`.
void CheckUser(rpc::Session& session, int64_t account_id, const v1::User& user, const std::string& prefix,
               rpc::Violations& violations);

}  // namespace voronka::crm
