#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// A deal that something has to be done about now, and whose responsible is disabled: what was theirs passes to who
// stands in for them; what was only on offer to them is nobody's, and goes to the next in turn. `deal` is locked;
// returns it as it is then.
v1::Deal PassOnWhereDisabled(rpc::Session& session, const v1::Deal& deal);

}  // namespace voronka::crm
