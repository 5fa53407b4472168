#include "distribution_service/api/queue_steps.h"

#include <google/protobuf/util/time_util.h>

#include <utility>
#include <vector>

#include "distribution_service/queues/queue_row.h"
#include "distribution_service/queues/queue_rules.h"
#include "distribution_service/queues/queues.h"
#include "foundation/rpc/requests/etag.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::distribution {

using rpc::Session;
using v1::Queue;
using v1::QueueRow;

namespace {

// `existing`: the queue that is updated; NULL: it is new.
QueuePlace Check(const Session& session, const Queue& queue, CrmDirectory& directory, const QueueRow* existing) {
  const auto pipeline = directory.FindPipeline(session.account_id(), queue.pipeline());
  return CheckQueue(queue, pipeline, directory.StaffOf(session.account_id()), existing);
}

// Deals may have waited for what has changed now.
void PlanAfterCommit(Session& session, Reconciler& reconciler) {
  session.AfterCommit([&reconciler, account_id = session.account_id()] { reconciler.Request(account_id); });
}

}  // namespace

Queue CreateQueue(Session& session, const v1::CreateQueueRequest& request, CrmDirectory& directory,
                  Reconciler& reconciler) {
  const auto place = Check(session, request.queue(), directory, nullptr);
  QueueRow row;
  row.set_id(session.NextId("queue"));
  row.set_pipeline(place.pipeline);
  row.set_stage(place.stage);
  Replace(request.queue(), row);
  *row.mutable_create_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(session.Now());
  row.set_etag(1);
  Queues(session).Insert(row);
  PlanAfterCommit(session, reconciler);
  return ToQueue(row);
}

Queue GetQueue(Session& session, const v1::GetQueueRequest& request) {
  return ToQueue(Queues(session).Get(request.queue_id()));
}

v1::ListQueuesResponse ListQueues(Session& session, const v1::ListQueuesRequest& request) {
  const rpc::Page page(request, {0});
  std::vector<Queue> queues;
  for (const auto& row : Queues(session).List(page.key(), page.limit())) queues.push_back(ToQueue(row));
  v1::ListQueuesResponse response;
  page.Fill(std::move(queues), response.mutable_queues(), response.mutable_next_page_token(),
            [](const Queue& queue) { return std::vector{queue.id()}; });
  return response;
}

Queue UpdateQueue(Session& session, const v1::UpdateQueueRequest& request, CrmDirectory& directory,
                  Reconciler& reconciler) {
  Queues queues(session);
  const auto existing = queues.Get(request.queue_id());
  Check(session, request.queue(), directory, &existing);
  // Locked only now: planning must not wait for the system of record.
  auto row = queues.GetLocked(request.queue_id());
  rpc::CheckEtag(request.etag(), row.etag());
  Replace(request.queue(), row);
  row.set_etag(row.etag() + 1);
  queues.Save(row);
  PlanAfterCommit(session, reconciler);
  return ToQueue(row);
}

google::protobuf::Empty DeleteQueue(Session& session, const v1::DeleteQueueRequest& request) {
  Queues queues(session);
  const auto row = queues.GetLocked(request.queue_id());
  rpc::CheckEtag(request.etag(), row.etag());
  queues.End(row);
  return {};
}

}  // namespace voronka::distribution
