#pragma once

#include <string>

#include "foundation/rpc/error.h"
#include "foundation/rpc/session.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

// Everything that is wrong with what a caller says of a user of the account, those whom it refers to included:
// UNKNOWN_TEAM, UNKNOWN_USER. `prefix` leads to the user in the request, as `user.`.
void CheckUser(rpc::Session& session, int64_t account_id, const v1::User& user, const std::string& prefix,
               rpc::Violations& violations);

}  // namespace voronka::crm
