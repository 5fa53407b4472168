#pragma once

#include <cstdint>
#include <string>

#include "crm_service/sales/deals/deal_handover.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

struct Reassignment {
  int64_t user_id;
  // In the words of whoever reassigns.
  std::string reason;
  // Empty: what the present responsible user has to do for the deal stays theirs.
  DealHandover handover = {};
};

// Gives the deal to a user for good. A standing offer ends. `before` must be locked.
v1::Deal Reassign(rpc::Session& session, const v1::Deal& before, const Reassignment& reassignment);

}  // namespace voronka::crm
