#pragma once

#include <string>

#include "foundation/rpc/error.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

void FillDefaults(v1::User& user);

// What can be said of a user alone: ROLE_NOT_ALLOWED, UNKNOWN_TIME_ZONE. `prefix` leads to the user in the request, as
// `user.`.
void CheckUser(const v1::User& user, const std::string& prefix, rpc::Violations& violations);

bool IsActiveAdmin(const v1::User& user);

}  // namespace voronka::crm
