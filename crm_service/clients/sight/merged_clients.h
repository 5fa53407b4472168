#pragma once

#include <cstdint>

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/merge.pb.h"

namespace voronka::crm {

// Whom a client was merged into, in the end. 0: into nobody.
int64_t SurvivorOf(rpc::Session& session, v1::ClientKind kind, int64_t client_id);

// NOT_FOUND, for one that is gone or not seen. Of one that was merged, it says into whom, if the caller sees that one.
rpc::Error ClientAbsent(rpc::Session& session, v1::ClientKind kind, int64_t client_id);

}  // namespace voronka::crm
