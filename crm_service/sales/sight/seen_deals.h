#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "crm_service/people/access/sight.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// Whose deals another user than the caller sees.
Sight SightOfUser(rpc::Session& session, int64_t user_id);

// Nothing is read for a caller's own deal.
bool SeesDeal(rpc::Session& session, const v1::Deal& deal);

// Throws NOT_FOUND as for a deal that does not exist.
v1::Deal GetSeenDeal(rpc::Session& session, int64_t deal_id);

// Adds UNKNOWN_DEAL unless the caller sees such a deal. 0: none is named.
void RequireSeenDeal(rpc::Session& session, int64_t deal_id, const std::string& field, rpc::Violations& violations);

// Those among the ids whose deals the caller does not see.
std::set<int64_t> UnseenAmong(rpc::Session& session, const std::vector<int64_t>& deal_ids);

}  // namespace voronka::crm
