#pragma once

#include "crm_service/sales/pipelines/pipeline_rules.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// What still needs a pipeline. The pipeline is locked, so that no deal comes meanwhile: whoever writes a deal holds its
// pipeline too.

PipelineUse UseOf(rpc::Session& session, const v1::Pipeline& pipeline);

// Throws FAILED_PRECONDITION (STAGE_IN_USE) with every stage that has deals and is left out, or changes between open,
// won and lost.
void CheckNoDealsLeft(rpc::Session& session, const v1::Pipeline& before, const v1::Pipeline& after);

}  // namespace voronka::crm
