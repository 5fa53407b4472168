#pragma once

#include "crm_service/sales/deals/deal_handover.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// For a deal that needs action now, while its responsible user is not active. A deal they own passes to their stand-in,
// with what `handover` takes along; a deal that was only on offer to them becomes nobody's, and is offered to the next
// in turn. `deal` must be locked. Returns the deal as it is afterwards.
v1::Deal PassOnWhereAbsent(rpc::Session& session, const v1::Deal& deal, const DealHandover& handover);

}  // namespace voronka::crm
