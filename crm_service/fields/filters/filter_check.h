#pragma once

#include <string>

#include "crm_service/fields/filters/filter_fields.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/condition.pb.h"

namespace voronka::crm {

// Adds all that is wrong with a filter. `path`: that of the condition. Pure.
void CheckFilter(const v1::Condition& filter, const FilterFields& fields, const std::string& path,
                 rpc::Violations& violations);

}  // namespace voronka::crm
