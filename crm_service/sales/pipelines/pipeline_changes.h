#pragma once

#include "crm_service/sales/pipelines/stage_moves.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// `wanted` with what the system sets in `before`. Stages keep their identity by key.
v1::Pipeline Replaced(const v1::Pipeline& before, v1::Pipeline wanted);

// Both are valid. The account's lock is held, so that what rules and fields name of each other stays.
v1::Pipeline AddPipeline(rpc::Session& session, v1::Pipeline pipeline);
// `before` is locked, `after` made of it by Replaced. Throws FAILED_PRECONDITION if its deals do not allow it. Changes
// nothing where nothing differs. `moves`: the deals of these stages are moved by the caller, now that the pipeline is
// locked.
v1::Pipeline SavePipeline(rpc::Session& session, const v1::Pipeline& before, v1::Pipeline after,
                          const StageMoves& moves = {});
// `pipeline` is locked. Throws FAILED_PRECONDITION if it is still needed.
v1::Pipeline Archive(rpc::Session& session, const v1::Pipeline& pipeline);

}  // namespace voronka::crm
