#pragma once

#include <cstdint>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

// Adds OWNER_CHANGE_FORBIDDEN at `field` if a deal goes from one user to another, and the caller's role may not choose
// whose deals are (RoleAccess). The setting is read only if the deal changes hands, and if the role may be limited.
void CheckMayChangeOwner(rpc::Session& session, int64_t before, int64_t after, const std::string& field,
                         rpc::Violations& violations);

// The same for the user whom a new deal names: nobody, or the caller, is not chosen.
void CheckMayNameOwner(rpc::Session& session, int64_t named, const std::string& field, rpc::Violations& violations);

}  // namespace voronka::crm
