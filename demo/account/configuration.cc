#include "demo/account/configuration.h"

#include <google/protobuf/text_format.h>

#include <set>
#include <string>

#include "demo/people/all_pages.h"
#include "demo/people/patient_call.h"

namespace voronka::demo {
namespace {

using crm::v1::Form;
using crm::v1::Queue;

bool HasPipelines(client::Client& admin) {
  crm::v1::ListPipelinesRequest request;
  request.set_show_archived(true);
  return admin.Call<crm::v1::ListPipelinesResponse>(request).pipelines_size() > 0;
}

// Keys of the pipelines that have a queue.
std::set<std::string> ExistingQueues(client::Client& admin) {
  std::set<std::string> pipelines;
  ForEachPage<crm::v1::ListQueuesResponse>(admin, crm::v1::ListQueuesRequest(),
                                                    [&](const auto& page) {
                                                      for (const Queue& queue : page.queues())
                                                        pipelines.insert(queue.pipeline());
                                                    });
  return pipelines;
}

}  // namespace

void ApplySolution(client::Client& admin, const Solution& solution) {
  if (HasPipelines(admin)) return;
  crm::v1::ApplyConfigurationRequest request;
  request.set_request_id("demo/solution");
  if (solution.file) {
    google::protobuf::TextFormat::PrintToString(*solution.file, request.mutable_file());
  } else {
    request.set_solution(solution.name);
  }
  admin.Call<crm::v1::ConfigurationPlan>(request);
}

std::string KeyOfForm(client::Client& admin, const crm::v1::Configuration& solution) {
  std::string key;
  ForEachPage<crm::v1::ListFormsResponse>(admin, crm::v1::ListFormsRequest(), [&](const auto& page) {
    for (const Form& form : page.forms()) {
      if (solution.forms_size() > 0 && form.name() == solution.forms(0).name()) key = form.key();
    }
  });
  return key;
}

void CreateQueues(client::Client& admin, const crm::v1::Configuration& solution, const Staff& staff) {
  const std::set<std::string> existing = ExistingQueues(admin);
  for (const Queue& queue : solution.queues()) {
    if (existing.contains(queue.pipeline())) continue;
    crm::v1::CreateQueueRequest request;
    request.set_request_id("demo/queue/" + queue.pipeline());
    *request.mutable_queue() = queue;
    request.mutable_queue()->mutable_member_user_ids()->Assign(staff.managers.begin(), staff.managers.end());
    request.mutable_queue()->add_escalate_to_user_ids(staff.head_of_sales);
    request.mutable_queue()->add_escalate_to_user_ids(staff.director);
    admin.Call<Queue>(request, kPatientCall);
  }
}

}  // namespace voronka::demo
