#include "demo/account/configuration.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>

#include "demo/people/all_pages.h"
#include "demo/people/patient_call.h"

namespace voronka::demo {
namespace {

using crm::v1::FieldSet;
using crm::v1::Form;
using crm::v1::Pipeline;
using distribution::v1::Queue;

// By key.
std::map<std::string, Pipeline> ExistingPipelines(client::Client& admin) {
  std::map<std::string, Pipeline> pipelines;
  ForEachPage<crm::v1::ListPipelinesResponse>(admin, crm::v1::ListPipelinesRequest(), [&](const auto& page) {
    for (const Pipeline& pipeline : page.pipelines()) pipelines.emplace(pipeline.key(), pipeline);
  });
  return pipelines;
}

// What names other pipelines and fields waits until they are there.
Pipeline WithoutNames(Pipeline pipeline) {
  pipeline.clear_repeat_pipeline();
  for (auto& stage : *pipeline.mutable_stages()) stage.clear_rules();
  return pipeline;
}

Pipeline CreatePipeline(client::Client& admin, const Pipeline& pipeline) {
  crm::v1::CreatePipelineRequest request;
  request.set_request_id("demo/pipeline/" + pipeline.key());
  *request.mutable_pipeline() = WithoutNames(pipeline);
  return admin.Call<Pipeline>(request);
}

// Unless somebody has changed it since it was created.
void Complete(client::Client& admin, const Pipeline& created, const Pipeline& wanted) {
  if (created.etag() > 1) return;
  crm::v1::UpdatePipelineRequest request;
  request.set_request_id("demo/complete_pipeline/" + created.key());
  request.set_etag(created.etag());
  *request.mutable_pipeline() = wanted;
  admin.Call<Pipeline>(request);
}

// Unless somebody has changed it.
void SetFields(client::Client& admin, const FieldSet& wanted) {
  crm::v1::GetFieldSetRequest existing;
  existing.set_entity(wanted.entity());
  if (admin.Call<FieldSet>(existing).etag() > 0) return;
  crm::v1::UpdateFieldSetRequest request;
  request.set_request_id("demo/field_set/" + crm::v1::Entity_Name(wanted.entity()));
  *request.mutable_field_set() = wanted;
  admin.Call<FieldSet>(request);
}

// Keys of the forms, by name.
std::map<std::string, std::string> ExistingForms(client::Client& admin) {
  std::map<std::string, std::string> keys;
  ForEachPage<crm::v1::ListFormsResponse>(admin, crm::v1::ListFormsRequest(), [&](const auto& page) {
    for (const Form& form : page.forms()) keys.emplace(form.name(), form.key());
  });
  return keys;
}

// Keys of the pipelines that have a queue.
std::set<std::string> ExistingQueues(client::Client& admin) {
  std::set<std::string> pipelines;
  ForEachPage<distribution::v1::ListQueuesResponse>(admin, distribution::v1::ListQueuesRequest(),
                                                    [&](const auto& page) {
                                                      for (const Queue& queue : page.queues())
                                                        pipelines.insert(queue.pipeline());
                                                    });
  return pipelines;
}

}  // namespace

// A pipeline may name a later one for repeat inquiries, its rules name fields, and fields name pipelines.
void CreatePipelines(client::Client& admin, const config::v1::Solution& solution) {
  auto existing = ExistingPipelines(admin);
  for (const Pipeline& pipeline : solution.pipelines()) {
    if (!existing.contains(pipeline.key())) existing.emplace(pipeline.key(), CreatePipeline(admin, pipeline));
  }
  for (const FieldSet& fields : solution.field_sets()) SetFields(admin, fields);
  for (const Pipeline& pipeline : solution.pipelines()) Complete(admin, existing.at(pipeline.key()), pipeline);
}

std::string CreateForms(client::Client& admin, const config::v1::Solution& solution) {
  std::map<std::string, std::string> keys = ExistingForms(admin);
  for (const Form& form : solution.forms()) {
    if (keys.contains(form.name())) continue;
    crm::v1::CreateFormRequest request;
    request.set_request_id(fmt::format("demo/form/{}", keys.size()));
    *request.mutable_form() = form;
    keys.emplace(form.name(), admin.Call<Form>(request).key());
  }
  return solution.forms().empty() ? "" : keys.at(solution.forms(0).name());
}

void CreateQueues(client::Client& admin, const config::v1::Solution& solution, const Staff& staff) {
  const std::set<std::string> existing = ExistingQueues(admin);
  for (const Queue& queue : solution.queues()) {
    if (existing.contains(queue.pipeline())) continue;
    distribution::v1::CreateQueueRequest request;
    request.set_request_id("demo/queue/" + queue.pipeline());
    *request.mutable_queue() = queue;
    request.mutable_queue()->mutable_member_user_ids()->Assign(staff.managers.begin(), staff.managers.end());
    request.mutable_queue()->add_escalate_to_user_ids(staff.head_of_sales);
    request.mutable_queue()->add_escalate_to_user_ids(staff.director);
    admin.Call<Queue>(request, kPatientCall);
  }
}

}  // namespace voronka::demo
