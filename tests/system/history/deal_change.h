#pragma once

#include "event_consumer/change.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::testing {

using DealChange = events::ChangeTo<crm::v1::Deal>;

// The offer was taken, with a move or without. Losing the deal ends its offer too, but does not take it.
inline bool TookOffer(const DealChange& change) {
  const bool takes =
      change.kind == crm::v1::ResourceChange::KIND_TAKEN || change.kind == crm::v1::ResourceChange::KIND_MOVED;
  return takes && change.before.has_offer_deadline() && !change.after.has_offer_deadline() &&
         change.after.state() != crm::v1::Deal::STATE_LOST;
}

// The deal that the inquiry was added to or created. Empty if the event does not tell.
inline crm::v1::Deal DealOfInquiry(const crm::v1::Event& event) {
  crm::v1::Deal deal;
  event.change().subject().UnpackTo(&deal);
  return deal;
}

}  // namespace voronka::testing
