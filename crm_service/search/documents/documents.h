#pragma once

#include <cstdint>
#include <vector>

#include "crm_service/search/documents/search_document.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// Those of the kind that exist, newest first, with the texts by which the caller may find them: no fields that their
// role does not see, and no company of a contact that they do not see. Whether they see the deals and clients
// themselves is for the caller of this to ask.
std::vector<SearchDocument> ReadDocuments(rpc::Session& session, v1::SearchResult::Kind kind,
                                          const std::vector<int64_t>& ids);

}  // namespace voronka::crm
