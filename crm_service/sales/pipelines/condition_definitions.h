#pragma once

#include <string>

#include "crm_service/fields/field_sets/field_name.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/condition.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// Whether what a pipeline says about fields makes sense for the fields of the account. Pure.

// A field that deals of the pipeline have. Null, with a violation, if there is none.
const v1::Field* RequireField(const std::string& name, const std::string& path, const v1::Pipeline& pipeline,
                              const FieldSetsByEntity& field_sets, rpc::Violations& violations);

void CheckCondition(const v1::Condition& condition, const std::string& path, const v1::Pipeline& pipeline,
                    const FieldSetsByEntity& field_sets, rpc::Violations& violations);

}  // namespace voronka::crm
