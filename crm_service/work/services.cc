#include "crm_service/work/services.h"

#include "crm_service/work/activities/activity_steps.h"
#include "crm_service/work/approvals/approval_steps.h"
#include "crm_service/work/tasks/task_list_steps.h"
#include "crm_service/work/tasks/task_steps.h"

namespace voronka::crm {

rpc::Services WorkServices(rpc::FeedHost& host) {
  rpc::Services services;
  services.push_back(rpc::MakeService(
      host, "voronka.crm.v1.TaskService",
      {CreateTask, GetTask, CompleteTask, RescheduleTask, ListTasks, ListTaskCards, CountOverdueTasks}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.ActivityService",
                                      {CreateActivity, UpdateActivity, DeleteActivity, ListActivities}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.ApprovalService",
                                      {CreateApproval, AnswerApproval, WithdrawApproval, ListApprovals}));
  return services;
}

}  // namespace voronka::crm
