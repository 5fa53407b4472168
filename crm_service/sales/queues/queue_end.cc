#include "crm_service/sales/queues/queue_end.h"

#include "crm_service/sales/queues/queue_rules.h"
#include "crm_service/sales/queues/queues.h"

namespace voronka::crm {

void EndQueuesWithoutStage(rpc::Session& session, const v1::Pipeline& pipeline) {
  Queues queues(session);
  for (const auto& queue : queues.After(0)) {
    if (queue.pipeline() != pipeline.key() || IsDistributable(pipeline, queue.stage())) continue;
    queues.Remove(queues.Lock(queue.id()));
  }
}

}  // namespace voronka::crm
