#pragma once

#include "foundation/rpc/calls/caller.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

// An admin may change any user; everybody else, of their own user, what only concerns how they see the product and are
// called: name, locale and time zone. Throws PERMISSION_DENIED (ROLE_NOT_ALLOWED), naming every other field that would
// change.
void CheckMayUpdate(const rpc::Caller& caller, const v1::User& before, const v1::User& after);

}  // namespace voronka::crm
