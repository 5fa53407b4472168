#pragma once

#include <string>

#include "crm_service/fields/filters/candidates.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

// Where a page of a filter goes on, and the token that says so. A list may end at a record that the caller does not
// see, so tokens are sealed for the caller: nobody reads its value in one, or makes one to begin elsewhere.

// Throws BAD_PAGE_TOKEN for a token of somebody else.
FilterPosition PlaceIn(rpc::Session& session, const rpc::Page& page);
std::string TokenFor(rpc::Session& session, const rpc::Page& page, const FilterPosition& position);

}  // namespace voronka::crm
