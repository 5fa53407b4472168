#pragma once

#include <string>

#include "crm_service/fields/field_sets/field_name.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/crm/v1/questionnaire.pb.h"

namespace voronka::crm {

// What is wrong with a questionnaire of the pipeline, which is at `path`, by itself and against the fields of the
// account. Pure.
void CheckQuestionnaire(const v1::Questionnaire& questionnaire, const std::string& path, const v1::Pipeline& pipeline,
                        const FieldSetsByEntity& field_sets, rpc::Violations& violations);

}  // namespace voronka::crm
