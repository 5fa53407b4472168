#pragma once

#include "foundation/rpc/session.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::crm {

// Adds a change to the event log, in the session's transaction, with who did it and why. It belongs to the session's
// account unless it names another, as where an account is made or somebody logs in.
void Record(rpc::Session& session, v1::Event change);

}  // namespace voronka::crm
