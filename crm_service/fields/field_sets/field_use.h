#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "crm_service/fields/field_sets/field_name.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// By field, the keys of the pipelines whose rules, checklists, questionnaires or quick add name it.
using FieldUse = std::map<FieldName, std::set<std::string>>;

FieldUse UseOfFields(const std::vector<v1::Pipeline>& pipelines);
// By the pipelines in use: whoever unarchives one checks its rules. Changes of pipelines are locked out: both take the
// account's lock.
FieldUse UseOfFields(rpc::Session& session);

// Throws FAILED_PRECONDITION (FIELD_IN_USE) with every field that a pipeline names and `after` does not have, or not in
// that pipeline.
void CheckKeepsUsed(const FieldUse& use, const v1::FieldSet& after);

}  // namespace voronka::crm
