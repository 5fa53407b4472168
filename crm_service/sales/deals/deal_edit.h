#pragma once

#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/resource_change.pb.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// What an edit changed, as the timeline says it: only the fields that people set. `change` is that from `before` to
// `after`.
v1::TimelineEntry::Edit EditOf(const v1::ResourceChange& change, const v1::Deal& before, const v1::Deal& after);

}  // namespace voronka::crm
