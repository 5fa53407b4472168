#include "demo/account/configuration.h"

#include <google/protobuf/text_format.h>

#include <string>

#include "demo/people/all_pages.h"

namespace voronka::demo {
namespace {

using crm::v1::Form;

bool HasPipelines(client::Client& admin) {
  crm::v1::ListPipelinesRequest request;
  request.set_show_archived(true);
  return admin.Call<crm::v1::ListPipelinesResponse>(request).pipelines_size() > 0;
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

}  // namespace voronka::demo
