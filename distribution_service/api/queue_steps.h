#pragma once

#include "distribution_service/crm/directory.h"
#include "distribution_service/background/reconciler.h"
#include "distribution_service/queues/queue_rules.h"
#include "foundation/rpc/rpc.h"
#include "voronka/distribution/v1/queue.grpc.pb.h"

namespace voronka::distribution {

class QueueService final : public v1::QueueService::CallbackService {
 public:
  QueueService(rpc::Rpc& rpc, CrmDirectory& directory, Reconciler& reconciler)
      : rpc_(rpc), directory_(directory), reconciler_(reconciler) {}

  grpc::ServerUnaryReactor* CreateQueue(grpc::CallbackServerContext* context, const v1::CreateQueueRequest* request,
                                        v1::Queue* response) override;
  grpc::ServerUnaryReactor* GetQueue(grpc::CallbackServerContext* context, const v1::GetQueueRequest* request,
                                     v1::Queue* response) override;
  grpc::ServerUnaryReactor* ListQueues(grpc::CallbackServerContext* context, const v1::ListQueuesRequest* request,
                                       v1::ListQueuesResponse* response) override;
  grpc::ServerUnaryReactor* UpdateQueue(grpc::CallbackServerContext* context, const v1::UpdateQueueRequest* request,
                                        v1::Queue* response) override;
  grpc::ServerUnaryReactor* DeleteQueue(grpc::CallbackServerContext* context, const v1::DeleteQueueRequest* request,
                                        google::protobuf::Empty* response) override;

 private:
  v1::Queue Create(rpc::Session& session, const v1::Queue& queue);
  v1::Queue Update(rpc::Session& session, const v1::UpdateQueueRequest& request);
  QueuePlace Check(const rpc::Session& session, const v1::Queue& queue, const v1::QueueRow* standing);
  // Deals that have waited for what has changed now.
  void PlanAfterwards(rpc::Session& session);

  rpc::Rpc& rpc_;
  CrmDirectory& directory_;
  Reconciler& reconciler_;
};

}  // namespace voronka::distribution
