#pragma once

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "crm_service/fields/field_sets/field_name.h"
#include "crm_service/fields/field_sets/field_set_rules.h"
#include "crm_service/fields/field_sets/system_fields.h"
#include "foundation/process/read_file.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::testing {

// Names of the files of a folder, without their extension.
inline std::vector<std::string> NamesIn(const std::filesystem::path& folder, const std::string& extension) {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() == extension) names.push_back(file.path().stem());
  }
  std::ranges::sort(names);
  return names;
}

inline std::vector<std::string> EverySolution() { return NamesIn(VORONKA_SOLUTIONS, ".textproto"); }

// As an account has it: stages know their positions.
inline crm::v1::Configuration ReadSolution(const std::string& name) {
  const auto file = std::filesystem::path(VORONKA_SOLUTIONS) / (name + ".textproto");
  crm::v1::Configuration solution;
  if (!google::protobuf::TextFormat::ParseFromString(process::ReadFile(file), &solution)) {
    throw std::runtime_error("not a solution: " + file.string());
  }
  for (auto& pipeline : *solution.mutable_pipelines()) {
    for (int i = 0; i < pipeline.stages_size(); ++i) pipeline.mutable_stages(i)->set_position(i + 1);
  }
  return solution;
}

// What an account has after the solution is installed.
inline crm::FieldSetsByEntity FieldSetsOf(const crm::v1::Configuration& solution) {
  crm::FieldSetsByEntity sets;
  for (const auto entity : crm::kEntitiesWithFields) {
    sets.emplace(entity, crm::UsualFieldSet(entity));
  }
  for (const auto& set : solution.field_sets()) sets.at(set.entity()) = crm::Replaced(sets.at(set.entity()), set);
  return sets;
}

// Null: there is none.
inline const crm::v1::Pipeline* FindPipeline(const crm::v1::Configuration& solution, const std::string& key) {
  const auto found = std::ranges::find(solution.pipelines(), key, &crm::v1::Pipeline::key);
  return found == solution.pipelines().end() ? nullptr : &*found;
}

inline std::string NameOfSolution(const ::testing::TestParamInfo<std::string>& info) { return info.param; }

}  // namespace voronka::testing
