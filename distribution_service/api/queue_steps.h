#pragma once

#include <google/protobuf/empty.pb.h>

#include "distribution_service/background/reconciler.h"
#include "distribution_service/crm/directory.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/distribution/v1/queue.pb.h"

namespace voronka::distribution {

v1::Queue CreateQueue(rpc::Session& session, const v1::CreateQueueRequest& request, CrmDirectory& directory,
                      Reconciler& reconciler);
v1::Queue GetQueue(rpc::Session& session, const v1::GetQueueRequest& request);
v1::ListQueuesResponse ListQueues(rpc::Session& session, const v1::ListQueuesRequest& request);
v1::Queue UpdateQueue(rpc::Session& session, const v1::UpdateQueueRequest& request, CrmDirectory& directory,
                      Reconciler& reconciler);
google::protobuf::Empty DeleteQueue(rpc::Session& session, const v1::DeleteQueueRequest& request);

}  // namespace voronka::distribution
