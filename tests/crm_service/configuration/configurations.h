#pragma once

#include <string>
#include <vector>

#include "tests/crm_service/office.h"
#include "voronka/crm/v1/configuration.pb.h"
#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::testing {

inline crm::v1::PlanConfigurationRequest PlanningFile(const std::string& file, bool remove_others = false) {
  crm::v1::PlanConfigurationRequest request;
  request.set_file(file);
  request.set_remove_others(remove_others);
  return request;
}

inline crm::v1::ApplyConfigurationRequest ApplyingFile(const std::string& file, bool remove_others = false) {
  crm::v1::ApplyConfigurationRequest request;
  request.set_file(file);
  request.set_remove_others(remove_others);
  return request;
}

inline crm::v1::ApplyConfigurationRequest ApplyingSolution(const std::string& key) {
  crm::v1::ApplyConfigurationRequest request;
  request.set_solution(key);
  return request;
}

inline crm::v1::ApplyConfigurationRequest RollingBackTo(int64_t version) {
  crm::v1::ApplyConfigurationRequest request;
  request.set_restored_version(version);
  return request;
}

inline crm::v1::ConfigurationPlan Apply(client::Client& who, const crm::v1::ApplyConfigurationRequest& request) {
  return who.Call<crm::v1::ConfigurationPlan>(request);
}

inline crm::v1::ConfigurationPlan PlanOfFile(client::Client& who, const std::string& file, bool remove_others = false) {
  return who.Call<crm::v1::ConfigurationPlan>(PlanningFile(file, remove_others));
}

inline crm::v1::GetConfigurationResponse Exported(client::Client& who) {
  return who.Call<crm::v1::GetConfigurationResponse>(crm::v1::GetConfigurationRequest());
}

inline crm::v1::GetConfigurationResponse ExportedAt(client::Client& who, int64_t version) {
  crm::v1::GetConfigurationRequest request;
  request.set_version(version);
  return who.Call<crm::v1::GetConfigurationResponse>(request);
}

inline std::vector<crm::v1::ConfigurationVersion> VersionsOf(client::Client& who) {
  const auto response =
      who.Call<crm::v1::ListConfigurationVersionsResponse>(crm::v1::ListConfigurationVersionsRequest());
  return {response.versions().begin(), response.versions().end()};
}

// As `~ pipelines["sales"].name`.
inline std::vector<std::string> Paths(const crm::v1::ConfigurationPlan& plan) {
  std::vector<std::string> paths;
  for (const auto& difference : plan.differences()) {
    paths.push_back(std::string(1, "?+-~=>"[difference.kind()]) + " " + difference.path());
  }
  return paths;
}

// As `12 pipelines[0].key DUPLICATE_KEY`.
inline std::vector<std::string> ProblemsOf(const crm::v1::ConfigurationPlan& plan) {
  std::vector<std::string> problems;
  for (const auto& problem : plan.problems()) {
    problems.push_back(std::to_string(problem.line()) + " " + problem.path() + " " + problem.reason());
  }
  return problems;
}

// A pipeline with three stages. `more` is added to it.
inline std::string PipelineText(const std::string& key, const std::string& more = "") {
  return "pipelines {\n  key: \"" + key + "\"\n  name: \"" + key +
         "\"\n"
         "  stages { key: \"new\" name: \"Новая\" kind: KIND_OPEN }\n"
         "  stages { key: \"won\" name: \"Успех\" kind: KIND_WON }\n"
         "  stages { key: \"lost\" name: \"Отказ\" kind: KIND_LOST }\n"
         "  loss_reasons { key: \"other\" name: \"Другое\" }\n" +
         more + "}\n";
}

}  // namespace voronka::testing
