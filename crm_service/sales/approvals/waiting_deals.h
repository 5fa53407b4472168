#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// Deals that wait for an approval: nobody can do anything about their tasks, which are not overdue meanwhile. One that
// has not been answered for a week after it was passed on is waited for no more, as the notifier has it.

// Those of the deals.
std::unordered_set<int64_t> WaitingOf(rpc::Session& session, const std::vector<int64_t>& deal_ids);

// All of the account.
std::vector<int64_t> WaitingDeals(rpc::Session& session);

}  // namespace voronka::crm
