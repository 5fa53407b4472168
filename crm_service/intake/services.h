#pragma once

#include "crm_service/sales/deals/deal_handover.h"
#include "foundation/rpc/server/service.h"

namespace voronka::crm {

// `handover` takes along what belongs to a deal that passes to the stand-in of a disabled user because the client
// writes.
rpc::Services IntakeServices(rpc::FeedHost& host, const DealHandover& handover);

}  // namespace voronka::crm
