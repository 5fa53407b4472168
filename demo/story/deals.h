#pragma once

#include <cstdint>
#include <string_view>

#include "client/client.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::demo {

// Stages of the solution `wholesale` that the story passes through.
inline constexpr std::string_view kAccepted = "accepted";
inline constexpr std::string_view kLost = "lost";

crm::v1::Deal ReadDeal(client::Client& reader, int64_t deal_id);
crm::v1::Deal Move(client::Client& mover, int64_t deal_id, std::string_view stage);
// «Взять в работу»: in the solution `wholesale` the deal moves to `accepted`.
crm::v1::Deal Take(client::Client& taker, int64_t deal_id);

}  // namespace voronka::demo
