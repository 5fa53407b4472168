#pragma once

#include <cstdint>
#include <functional>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// Takes along, in the session's transaction, what the user `from_user_id` has to do for a deal that has just passed to
// its present responsible user. A later wing knows what that is; crm.cc registers it.
using DealHandover = std::function<void(rpc::Session& session, const v1::Deal& deal, int64_t from_user_id)>;

}  // namespace voronka::crm
