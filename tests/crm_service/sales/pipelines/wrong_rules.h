#pragma once

#include <string>
#include <vector>

#include "crm_service/fields/field_sets/system_fields.h"
#include "crm_service/sales/pipelines/rule_definitions.h"
#include "tests/crm_service/requests.h"
#include "tests/support/parsed.h"

namespace voronka::testing {

// What is wrong if the stage at this place of SalesPipeline has what the text says as well, with the fields of a new
// account.
inline std::vector<std::string> WrongRules(int stage, const std::string& text) {
  auto pipeline = SalesPipeline();
  pipeline.mutable_stages(stage)->MergeFrom(Parsed<crm::v1::Stage>(text));
  crm::FieldSetsByEntity field_sets;
  for (const auto entity : crm::kEntitiesWithFields) field_sets.emplace(entity, crm::UsualFieldSet(entity));
  rpc::Violations violations;
  crm::CheckRules(pipeline, field_sets, violations);
  std::vector<std::string> wrong;
  for (const auto& violation : violations.all()) wrong.push_back(violation.reason + " at " + violation.field);
  return wrong;
}

}  // namespace voronka::testing
