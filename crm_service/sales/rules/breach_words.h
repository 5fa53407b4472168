#pragma once

#include <span>

#include "crm_service/sales/rules/rule_check.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

// In words. `field_sets`: for the labels of fields.
void AddBreaches(std::span<const Breach> breaches, const FieldSetsByEntity& field_sets, const Mover& mover,
                 rpc::Violations& violations);

}  // namespace voronka::crm
