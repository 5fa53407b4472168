#include "distribution_service/api/queue_steps.h"

#include <google/protobuf/util/time_util.h>

#include "distribution_service/queues/queue_row.h"
#include "distribution_service/queues/queues.h"
#include "foundation/rpc/page.h"

namespace voronka::distribution {
namespace {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;
using v1::Queue;
using v1::QueueRow;

rpc::Error Stale() {
  return rpc::Error(rpc::Code::kAborted, {"STALE_ETAG",
                                          "etag",
                                          {"The queue was changed meanwhile: read it again.",
                                           "Очередь уже изменили: прочитайте её заново."}});
}

void CheckEtag(int64_t named, const QueueRow& queue) {
  if (named != 0 && named != queue.etag()) throw Stale();
}

void Delete(rpc::Session& session, const v1::DeleteQueueRequest& request) {
  Queues queues(session);
  const auto row = queues.GetLocked(request.queue_id());
  CheckEtag(request.etag(), row);
  queues.End(row);
}

void List(rpc::Session& session, const v1::ListQueuesRequest& request, v1::ListQueuesResponse& response) {
  const rpc::Page page(request, {0});
  std::vector<Queue> queues;
  for (const auto& row : Queues(session).List(page.key(), page.limit())) queues.push_back(ToQueue(row));
  page.Fill(std::move(queues), response.mutable_queues(), response.mutable_next_page_token(),
            [](const Queue& queue) { return std::vector{queue.id()}; });
}

}  // namespace

ServerUnaryReactor* QueueService::CreateQueue(CallbackServerContext* context, const v1::CreateQueueRequest* request,
                                              Queue* response) {
  return rpc_.Run(context, request, response,
                  [=, this](rpc::Session& session) { *response = Create(session, request->queue()); });
}

ServerUnaryReactor* QueueService::GetQueue(CallbackServerContext* context, const v1::GetQueueRequest* request,
                                           Queue* response) {
  return rpc_.Run(context, request, response,
                  [=](rpc::Session& session) { *response = ToQueue(Queues(session).Get(request->queue_id())); });
}

ServerUnaryReactor* QueueService::ListQueues(CallbackServerContext* context, const v1::ListQueuesRequest* request,
                                             v1::ListQueuesResponse* response) {
  return rpc_.Run(context, request, response, [=](rpc::Session& session) { List(session, *request, *response); });
}

ServerUnaryReactor* QueueService::UpdateQueue(CallbackServerContext* context, const v1::UpdateQueueRequest* request,
                                              Queue* response) {
  return rpc_.Run(context, request, response,
                  [=, this](rpc::Session& session) { *response = Update(session, *request); });
}

ServerUnaryReactor* QueueService::DeleteQueue(CallbackServerContext* context, const v1::DeleteQueueRequest* request,
                                              google::protobuf::Empty* response) {
  return rpc_.Run(context, request, response, [=](rpc::Session& session) { Delete(session, *request); });
}

Queue QueueService::Create(rpc::Session& session, const Queue& queue) {
  const auto place = Check(session, queue, nullptr);
  QueueRow row;
  row.set_id(session.NextId("queue"));
  row.set_pipeline(place.pipeline);
  row.set_stage(place.stage);
  Replace(queue, row);
  *row.mutable_create_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(session.Now());
  row.set_etag(1);
  Queues(session).Insert(row);
  PlanAfterwards(session);
  return ToQueue(row);
}

Queue QueueService::Update(rpc::Session& session, const v1::UpdateQueueRequest& request) {
  Queues queues(session);
  const auto standing = queues.Get(request.queue_id());
  Check(session, request.queue(), &standing);
  // Locked only now: planning does not wait for the system of record.
  auto row = queues.GetLocked(request.queue_id());
  CheckEtag(request.etag(), row);
  Replace(request.queue(), row);
  row.set_etag(row.etag() + 1);
  queues.Save(row);
  PlanAfterwards(session);
  return ToQueue(row);
}

QueuePlace QueueService::Check(const rpc::Session& session, const Queue& queue, const QueueRow* standing) {
  const auto pipeline = directory_.FindPipeline(session.account_id(), queue.pipeline());
  return CheckQueue(queue, pipeline, directory_.AllUsers(session.account_id()), standing);
}

void QueueService::PlanAfterwards(rpc::Session& session) {
  session.AfterCommit([this, account_id = session.account_id()] { reconciler_.Request(account_id); });
}

}  // namespace voronka::distribution
