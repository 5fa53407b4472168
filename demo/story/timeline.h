#pragma once

#include <cstdint>
#include <vector>

#include "client/client.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::demo {

// Oldest first.
std::vector<crm::v1::TimelineEntry> Timeline(client::Client& client, int64_t deal_id);

// Only the entries of one kind.
std::vector<crm::v1::TimelineEntry> Timeline(client::Client& client, int64_t deal_id,
                                             crm::v1::TimelineEntry::Kind kind);

}  // namespace voronka::demo
