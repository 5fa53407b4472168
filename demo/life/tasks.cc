#include <string>

#include "demo/life/living_deal.h"
#include "demo/life/said.h"
#include "demo/life/task_time.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::demo {

using crm::v1::Task;

void PlanTask(LivingDeal& deal) {
  crm::v1::CreateTaskRequest request;
  Task& task = *request.mutable_task();
  task.set_deal_id(deal.deal_id);
  task.set_text(std::string(deal.chance.OneOf(TaskTexts())));
  SetDue(task, DueOf(deal.plan.number), deal.office.now(), deal.chance);
  deal.task_id = deal.manager().Call<Task>(request).id();
}

void CompleteTask(LivingDeal& deal) {
  crm::v1::CompleteTaskRequest request;
  request.set_task_id(deal.task_id);
  request.set_result(std::string(deal.chance.OneOf(TaskResults())));
  deal.manager().Call<crm::v1::CompleteTaskResponse>(request);
  deal.task_id = 0;
}

}  // namespace voronka::demo
