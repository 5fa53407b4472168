#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/filter.pb.h"

namespace voronka::crm {

v1::FilterTasksResponse FilterTasks(rpc::Session& session, const v1::FilterTasksRequest& request);
v1::CountTasksResponse CountTasks(rpc::Session& session, const v1::CountTasksRequest& request);

}  // namespace voronka::crm
