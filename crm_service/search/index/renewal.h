#pragma once

#include <cstdint>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/search.pb.h"

namespace voronka::crm {

// Puts resources into the index as they are now; those that are not there any more are forgotten. The account's
// partition must be locked, and the caller a service, which sees everything.
void RenewWords(rpc::Session& session, v1::SearchResult::Kind kind, const std::vector<int64_t>& ids);

}  // namespace voronka::crm
