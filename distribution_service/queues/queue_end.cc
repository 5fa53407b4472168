#include "distribution_service/queues/queue_end.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>

#include "distribution_service/queues/queues.h"

namespace voronka::distribution {

using google::protobuf::util::TimeUtil;

bool HasLostItsStage(const v1::QueueRow& queue, const crm::v1::Pipeline& pipeline) {
  if (pipeline.has_archive_time()) return true;
  return std::ranges::none_of(pipeline.stages(), [&](const auto& stage) { return stage.key() == queue.stage(); });
}

void EndQueue(rpc::Session& session, int64_t queue_id) {
  Queues queues(session);
  if (const auto queue = queues.Lock(queue_id)) queues.End(*queue);
}

void EndQueues(rpc::Session& session, const crm::v1::Pipeline& pipeline, int64_t at) {
  for (const auto& queue : Queues(session).OfPipeline(pipeline.key())) {
    const bool older = TimeUtil::TimestampToMicroseconds(queue.create_time()) <= at;
    if (older && HasLostItsStage(queue, pipeline)) EndQueue(session, queue.id());
  }
}

}  // namespace voronka::distribution
