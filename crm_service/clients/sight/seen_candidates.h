#pragma once

#include <optional>

#include "crm_service/clients/sight/seen_clients.h"
#include "crm_service/fields/filters/narrowing.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// What narrows a filter to the clients whom a caller sees. Nothing: they see all, or those may be too many.
std::optional<Narrowing> SeenCandidates(rpc::Session& session, const SeenClients& seen);

}  // namespace voronka::crm
