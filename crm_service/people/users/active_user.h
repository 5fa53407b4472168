#pragma once

#include <string>

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

// Throws INVALID_ARGUMENT (UNKNOWN_USER) unless the user exists, and FAILED_PRECONDITION (USER_DISABLED) if they are
// disabled. An invited user may be given work before they come.
void CheckMayGetWork(rpc::Session& session, int64_t user_id, const std::string& field);

// The same for who becomes responsible, unless they were `before`. 0: nobody.
void CheckNewResponsible(rpc::Session& session, int64_t before, int64_t after, const std::string& field);
// The same for a user who is known to exist, but adds USER_DISABLED to `violations`.
void CheckNewResponsible(rpc::Session& session, int64_t before, int64_t after, const std::string& field,
                         rpc::Violations& violations);

}  // namespace voronka::crm
