#pragma once

#include <cstdint>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// The newest deals of a client: a list of what belongs to any of them looks no further.
struct ClientDeals {
  // From the largest id.
  std::vector<v1::Deal> deals;
  // There are more.
  bool leaves_out_older = false;

  std::vector<int64_t> Ids() const;
};

// Throws INVALID_ARGUMENT (REQUIRED) unless one of them is named. 0: not named.
void RequireClient(int64_t contact_id, int64_t company_id);

// The newest 100 that the caller sees; of a contact, also those that it takes part in. One of the ids is 0.
ClientDeals DealsOfClient(rpc::Session& session, int64_t contact_id, int64_t company_id);

}  // namespace voronka::crm
