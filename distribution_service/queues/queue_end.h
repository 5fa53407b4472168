#pragma once

#include <cstdint>

#include "foundation/rpc/session.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

// The queue's pipeline has its stage no more, or is archived: the queue ends.
bool HasLostItsStage(const v1::QueueRow& queue, const crm::v1::Pipeline& pipeline);

// Nothing where it has ended already.
void EndQueue(rpc::Session& session, int64_t queue_id);

// Ends the pipeline's queues that have lost their stage. `pipeline` as it was at `at`, in microseconds: of a queue that
// was made later it tells nothing.
void EndQueues(rpc::Session& session, const crm::v1::Pipeline& pipeline, int64_t at);

}  // namespace voronka::distribution
