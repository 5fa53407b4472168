#pragma once

#include <cstdint>

#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// Who does the user's work, as foundation/staff decides: the user, or whoever stands in while the user is not active.
// 0: nobody in the account is active.
int64_t WhoActsFor(rpc::Session& session, int64_t user_id);

// The user, or the deputy who stands in for them. 0: none of them is active.
int64_t UserOrDeputy(rpc::Session& session, int64_t user_id);

}  // namespace voronka::crm
