#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {

// The lists are in task_list_steps.h.

v1::Task CreateTask(rpc::Session& session, const v1::CreateTaskRequest& request);
v1::Task GetTask(rpc::Session& session, const v1::GetTaskRequest& request);
v1::CompleteTaskResponse CompleteTask(rpc::Session& session, const v1::CompleteTaskRequest& request);
v1::Task RescheduleTask(rpc::Session& session, const v1::RescheduleTaskRequest& request);

}  // namespace voronka::crm
