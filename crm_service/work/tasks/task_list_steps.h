#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {

v1::ListTasksResponse ListTasks(rpc::Session& session, const v1::ListTasksRequest& request);
v1::ListTaskCardsResponse ListTaskCards(rpc::Session& session, const v1::ListTaskCardsRequest& request);
v1::CountOverdueTasksResponse CountOverdueTasks(rpc::Session& session, const v1::CountOverdueTasksRequest& request);

}  // namespace voronka::crm
