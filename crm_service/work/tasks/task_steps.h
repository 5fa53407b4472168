#pragma once

#include "foundation/rpc/rpc.h"
#include "voronka/crm/v1/task.grpc.pb.h"

namespace voronka::crm {

class TaskService : public v1::TaskService::CallbackService {
 public:
  explicit TaskService(rpc::Rpc& rpc) : rpc_(rpc) {}

  using Context = grpc::CallbackServerContext;
  using Reactor = grpc::ServerUnaryReactor;

  Reactor* CreateTask(Context* context, const v1::CreateTaskRequest* request, v1::Task* response) override;
  Reactor* GetTask(Context* context, const v1::GetTaskRequest* request, v1::Task* response) override;
  Reactor* CompleteTask(Context* context, const v1::CompleteTaskRequest* request,
                        v1::CompleteTaskResponse* response) override;
  Reactor* RescheduleTask(Context* context, const v1::RescheduleTaskRequest* request, v1::Task* response) override;
  Reactor* ListTasks(Context* context, const v1::ListTasksRequest* request, v1::ListTasksResponse* response) override;
  Reactor* ListTaskCards(Context* context, const v1::ListTaskCardsRequest* request,
                         v1::ListTaskCardsResponse* response) override;
  Reactor* CountOverdueTasks(Context* context, const v1::CountOverdueTasksRequest* request,
                             v1::CountOverdueTasksResponse* response) override;

 private:
  rpc::Rpc& rpc_;
};

}  // namespace voronka::crm
