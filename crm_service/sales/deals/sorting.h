#pragma once

#include <cstdint>

#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// What waits in «Неразобранное». Pure decisions.

// Whether the deal is an inquiry that nobody has sorted yet. `stage` is the deal's.
bool IsUnsorted(const v1::Deal& deal, const v1::Stage& stage);
// The same, by the deal's pipeline.
bool IsUnsorted(const v1::Deal& deal, const v1::Pipeline& pipeline);

// Whether what it had belongs to another deal.
bool IsAttached(const v1::Deal& deal);

// Sets by when a deal that comes to the stage should be sorted. `now` in microseconds since 1970 UTC.
void SetSortDeadline(const v1::Stage& stage, int64_t now, v1::Deal& deal);

}  // namespace voronka::crm
