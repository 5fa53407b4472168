#pragma once

#include "foundation/rpc/session.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::crm {

// Adds a change to the event log of the session's account, in its transaction, with who did it and why.
void Record(rpc::Session& session, v1::Event change);

}  // namespace voronka::crm
