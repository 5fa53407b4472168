#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/queue.pb.h"

namespace voronka::crm {

v1::ImportQueuesResponse ImportQueues(rpc::Session& session, const v1::ImportQueuesRequest& request);

}  // namespace voronka::crm
