#pragma once

#include "crm_service/fields/field_sets/field_name.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// What is wrong with the rules of a pipeline's stages, and with what is asked of a new deal, by themselves and against
// the fields of the account. Pure.
void CheckRules(const v1::Pipeline& pipeline, const FieldSetsByEntity& field_sets, rpc::Violations& violations);

}  // namespace voronka::crm
