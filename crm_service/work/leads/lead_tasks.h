#pragma once

#include <cstdint>

#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// The open tasks of a deal are about another from now on. Both deals are locked.
void BringTasks(rpc::Session& session, int64_t from_deal_id, int64_t to_deal_id);

}  // namespace voronka::crm
