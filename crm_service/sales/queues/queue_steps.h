#pragma once

#include <google/protobuf/empty.pb.h>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/queue.pb.h"

namespace voronka::crm {

v1::Queue CreateQueue(rpc::Session& session, const v1::CreateQueueRequest& request);
v1::Queue GetQueue(rpc::Session& session, const v1::GetQueueRequest& request);
v1::ListQueuesResponse ListQueues(rpc::Session& session, const v1::ListQueuesRequest& request);
v1::Queue UpdateQueue(rpc::Session& session, const v1::UpdateQueueRequest& request);
google::protobuf::Empty DeleteQueue(rpc::Session& session, const v1::DeleteQueueRequest& request);

}  // namespace voronka::crm
