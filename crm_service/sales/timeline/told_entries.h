#pragma once

#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// Adds to entries, of any deals that the caller sees, what they tell of: inquiries, tasks, activities, and what became
// of files. What the caller does not see of that is left out.
void TellWhole(rpc::Session& session, std::vector<v1::TimelineEntry>& entries);

}  // namespace voronka::crm
