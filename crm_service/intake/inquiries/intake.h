#pragma once

#include <string>

#include "crm_service/sales/deals/deal_handover.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// Adds an inquiry to its client's open deal, if that is in a pipeline linked with the inquiry's, or creates a deal for
// it, all in the session's transaction. `pipeline`, a key or an id, says where to create the deal; empty: in the
// account's default pipeline. If the open deal passes to the stand-in of its disabled manager, `handover` takes along
// what belongs to it.
v1::Inquiry TakeIn(rpc::Session& session, v1::Inquiry inquiry, const std::string& pipeline,
                   const DealHandover& handover);

}  // namespace voronka::crm
