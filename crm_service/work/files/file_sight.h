#pragma once

#include <cstdint>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/file.pb.h"

namespace voronka::crm {

// Throws NOT_FOUND unless there is such a deal, contact, company or task, and the caller sees it.
void RequireSeenEntity(rpc::Session& session, v1::Entity entity, int64_t entity_id);

// The same, for a write that relies on it: a client cannot be merged into another until the session commits.
void RequireSeenOwner(rpc::Session& session, v1::Entity entity, int64_t entity_id);

// Throws NOT_FOUND as for a file that does not exist unless the caller sees what it belongs to.
void RequireSeenFile(rpc::Session& session, const v1::File& file);

// Throws PERMISSION_DENIED (NOT_YOUR_FILE) unless the caller has added it, or leads others.
void CheckMayChange(const rpc::Caller& caller, const v1::File& file);

}  // namespace voronka::crm
