#pragma once

#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// Throws INVALID_ARGUMENT with everything that keeps it from being a pipeline: duplicate keys (DUPLICATE_KEY), an
// incoming stage that is not the first (INCOMING_NOT_FIRST), no open stage (NO_OPEN_STAGE), not exactly one won stage
// (ONE_WON_STAGE), no lost stage (NO_LOST_STAGE), a stage after a closing one (CLOSING_NOT_LAST), a parking stage that
// is not open (PARKING_NOT_OPEN).
void CheckPipeline(const v1::Pipeline& pipeline);

}  // namespace voronka::crm
