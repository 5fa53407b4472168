#pragma once

#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// Adds an inquiry to its client's open deal, if that is in a pipeline linked with the inquiry's, or creates a deal for
// it, all in the session's transaction. `pipeline`, a key or an id, says where to create the deal; empty: in the
// account's default pipeline.
v1::Inquiry TakeIn(rpc::Session& session, v1::Inquiry inquiry, const std::string& pipeline);

}  // namespace voronka::crm
