#pragma once

#include <cstdint>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

// The pipeline no longer has the queue's stage, or is archived: the queue has to end.
bool HasLostItsStage(const v1::QueueRow& queue, const crm::v1::Pipeline& pipeline);

// Does nothing if it has ended already.
void EndQueue(rpc::Session& session, int64_t queue_id);

// Ends the pipeline's queues that have lost their stage. `pipeline` is as it was at `at`, in microseconds; queues that
// were created later are left alone.
void EndQueues(rpc::Session& session, const crm::v1::Pipeline& pipeline, int64_t at);

}  // namespace voronka::distribution
