#pragma once

#include "crm_service/sales/pipelines/pipeline_rules.h"
#include "crm_service/sales/pipelines/stage_moves.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// What still needs the pipeline. The pipeline must be locked: no deal can be added meanwhile, because whoever writes a
// deal locks its pipeline too.

PipelineUse UseOf(rpc::Session& session, const v1::Pipeline& pipeline);

// Throws FAILED_PRECONDITION (STAGE_IN_USE) with every stage that has deals, and how many, and that `after` either
// leaves out or changes between open, won and lost.
// `moves`: of these stages the deals go elsewhere.
void CheckNoDealsLeft(rpc::Session& session, const v1::Pipeline& before, const v1::Pipeline& after,
                      const StageMoves& moves);

}  // namespace voronka::crm
