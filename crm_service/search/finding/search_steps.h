#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/search.pb.h"

namespace voronka::crm {

v1::SearchResponse Search(rpc::Session& session, const v1::SearchRequest& request);
v1::RebuildSearchResponse RebuildSearch(rpc::Session& session, const v1::RebuildSearchRequest& request);

}  // namespace voronka::crm
