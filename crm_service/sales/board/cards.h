#pragma once

#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/board.pb.h"

namespace voronka::crm {

// A card with nothing but its deal.
v1::DealCard BareCard(v1::Deal deal);

// Adds what the board shows besides the deals to bare cards. Reads it for all of them at once.
void CompleteCards(rpc::Session& session, const std::vector<v1::DealCard*>& cards);

}  // namespace voronka::crm
