#pragma once

#include <cstdint>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/options/v1/access.pb.h"

namespace voronka::crm {

// Who is asked for an approval of this role to a move of the deal: of the heads of sales, the one whose team the
// responsible user is in, or their stand-in; else the first active user of the role. Never the caller. 0: nobody.
int64_t ApproverOf(rpc::Session& session, const v1::Deal& deal, options::v1::Role role);

// The first active one of the user's deputy, the deputy's deputy, and so on. 0: none of them is.
int64_t DeputyOf(rpc::Session& session, int64_t user_id);

}  // namespace voronka::crm
