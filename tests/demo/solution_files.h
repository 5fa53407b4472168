#pragma once

#include <filesystem>
#include <string>

#include "demo/account/known_solutions.h"
#include "demo/account/solution.h"
#include "demo/life/plan.h"

namespace voronka::testing {

inline crm::v1::Configuration ReadSolution(const std::string& name) {
  return *demo::FindSolution(std::string(VORONKA_SOLUTIONS "/") + name + ".textproto").file;
}

inline demo::Pipelines PipelinesOf(const crm::v1::Configuration& solution) {
  return {solution.pipelines().begin(), solution.pipelines().end()};
}

// As an account has them: of a system field, files do not say the kind.
inline crm::v1::FieldSet DealFieldsOf(const crm::v1::Configuration& solution) {
  crm::v1::FieldSet fields;
  for (const auto& set : solution.field_sets()) {
    if (set.entity() == crm::v1::ENTITY_DEAL) fields = set;
  }
  for (auto& field : *fields.mutable_fields()) field.set_system(field.kind() == crm::v1::Field::KIND_UNSPECIFIED);
  return fields;
}

}  // namespace voronka::testing
