#pragma once

#include <cstdint>

#include "foundation/rpc/session.h"

namespace voronka::crm {

// Who does what is the user's to do, as foundation/staff decides: the user, or who stands in for them while they are
// disabled. 0: nobody of the account is active.
int64_t WhoActsFor(rpc::Session& session, int64_t user_id);

// The user, or the deputy who stands in for them; 0: none of them is active.
int64_t UserOrDeputy(rpc::Session& session, int64_t user_id);

}  // namespace voronka::crm
