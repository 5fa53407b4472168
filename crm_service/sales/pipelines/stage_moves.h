#pragma once

#include <google/protobuf/repeated_ptr_field.h>

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// How many deals one call moves at most: whoever writes one of them waits until all have moved.
inline constexpr int kMostMovedDeals = 200;

// By the key of a stage that goes, that of the stage to which its deals go.
using StageMoves = std::map<std::string, std::string>;

// Moves the deals of stages that have gone from `pipeline`, which is locked and as it is afterwards. A later folder
// knows deals; services.cc registers it.
using StageClearing = std::function<void(rpc::Session& session, const v1::Pipeline& pipeline, const StageMoves& moves)>;

// Those of the moves that are about this pipeline, and about stages that it had. Adds what is wrong with them, at
// `stage_moves[2].to`. Pure.
StageMoves CheckedMoves(const google::protobuf::RepeatedPtrField<v1::StageMove>& moves, const v1::Pipeline& before,
                        const v1::Pipeline& after, rpc::Violations& violations);

// Adds UNKNOWN_STAGE and OTHER_STATE, of deals that go from one stage to another. Null: there is no such stage. Pure.
void CheckAlike(const v1::Stage* from, const v1::Stage* to, const std::string& path, rpc::Violations& violations);

// Deals are locked before their pipeline: they can then be moved when it is locked. The account's lock is held. No more
// are locked than one call moves.
void LockDealsOn(rpc::Session& session, const std::string& pipeline, const std::string& stage);

int64_t CountDealsOn(rpc::Session& session, const std::string& pipeline, const std::string& stage);

// Adds TOO_MANY_DEALS if they are too many for one call.
void CheckFewEnough(rpc::Session& session, const v1::Pipeline& before, const StageMoves& moves,
                    rpc::Violations& violations);

}  // namespace voronka::crm
