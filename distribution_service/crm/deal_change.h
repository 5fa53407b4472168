#pragma once

#include "event_consumer/change.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::distribution {

// Without a kind, a deal as it was listed: it is not known what was done to it.
using DealChange = events::ChangeTo<crm::v1::Deal>;

}  // namespace voronka::distribution
