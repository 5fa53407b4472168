#pragma once

#include <cstdint>
#include <vector>

#include "crm_service/search/finding/sought_terms.h"
#include "voronka/crm/v1/search.pb.h"

namespace voronka::crm {

// The newest resources of a kind that have all the terms and that the caller sees, newest first, but before them the
// deal of a number that was typed. At most some 1,000 are looked at: those with the rarest term. The index may know
// words of fields that the caller does not see, so whether they match is still to be looked at.
std::vector<int64_t> NewestWith(rpc::Session& session, v1::SearchResult::Kind kind,
                                const std::vector<SoughtTerm>& terms);

}  // namespace voronka::crm
