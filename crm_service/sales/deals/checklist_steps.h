#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

v1::Deal TickChecklistItem(rpc::Session& session, const v1::TickChecklistItemRequest& request);

}  // namespace voronka::crm
