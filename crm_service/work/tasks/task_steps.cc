#include "crm_service/work/tasks/task_service.h"

#include "crm_service/work/tasks/overdue_tasks.h"
#include "crm_service/work/tasks/task_lists.h"
#include "crm_service/work/tasks/tasks.h"

namespace voronka::crm {

using rpc::Session;
using Reactor = TaskService::Reactor;

Reactor* TaskService::CreateTask(Context* context, const v1::CreateTaskRequest* request, v1::Task* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Tasks(s).Create(*request); });
}

Reactor* TaskService::GetTask(Context* context, const v1::GetTaskRequest* request, v1::Task* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Tasks(s).Get(request->task_id()); });
}

Reactor* TaskService::CompleteTask(Context* context, const v1::CompleteTaskRequest* request,
                                   v1::CompleteTaskResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Tasks(s).Complete(*request); });
}

Reactor* TaskService::RescheduleTask(Context* context, const v1::RescheduleTaskRequest* request, v1::Task* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Tasks(s).Reschedule(*request); });
}

Reactor* TaskService::ListTasks(Context* context, const v1::ListTasksRequest* request,
                                v1::ListTasksResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = TaskLists(s).List(*request); });
}

Reactor* TaskService::ListTaskCards(Context* context, const v1::ListTaskCardsRequest* request,
                                    v1::ListTaskCardsResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = TaskLists(s).ListCards(*request); });
}

Reactor* TaskService::CountOverdueTasks(Context* context, const v1::CountOverdueTasksRequest* request,
                                        v1::CountOverdueTasksResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = OverdueTasks(s).Count(*request); });
}

}  // namespace voronka::crm
