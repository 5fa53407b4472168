#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// Removes the pipeline's queues whose stages it does not have any more, or not as open ones. The account's lock is
// held.
void EndQueuesWithoutStage(rpc::Session& session, const v1::Pipeline& pipeline);

}  // namespace voronka::crm
