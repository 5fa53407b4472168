#pragma once

#include "crm_service/sales/pipelines/stage_moves.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// As StageClearing: every deal, so that none is on a stage that is gone.
void ClearStages(rpc::Session& session, const v1::Pipeline& pipeline, const StageMoves& moves);

// Some of the deals of a stage that is to be removed.
v1::MoveStageDealsResponse MoveStageDeals(rpc::Session& session, const v1::MoveStageDealsRequest& request);

}  // namespace voronka::crm
