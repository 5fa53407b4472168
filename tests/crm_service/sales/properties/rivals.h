#pragma once

#include <cstdint>
#include <string>

#include "tests/crm_service/sales/properties/history.h"

namespace voronka::properties {

// Writes by everybody at once, on both replicas, to the deals of a history whose rules stay, while two admins add
// stages and take them away. Returns what is wrong afterwards: an open deal on a stage that is gone, or without what a
// rule of from here on asks for, unless it was so before and the deal has not moved; or a change of the configuration
// that another has overwritten. Empty: nothing.
std::string WriteAtOnce(World& world, const History& history, uint64_t seed);

}  // namespace voronka::properties
