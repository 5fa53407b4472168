#pragma once

#include <functional>
#include <string>

#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

// Adds what a check of one resource finds, which it calls `field_set`, under the place that this has in a document:
// `field_sets[1]`. What the check throws counts as found.
void AddFrom(const std::function<void(rpc::Violations&)>& check, const std::string& called, const std::string& place,
             rpc::Violations& violations);

}  // namespace voronka::crm
