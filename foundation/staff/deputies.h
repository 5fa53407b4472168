#pragma once

#include <cstdint>
#include <map>
#include <set>

#include "foundation/staff/stand_in.h"

namespace voronka::staff {

// Who answers in somebody's place, whether or not they are away.

// Whoever stands in for the user: their deputy, and those of the teams that they head. Of each the first who is active
// (UserOrDeputy).
std::set<int64_t> DeputiesOf(int64_t user_id, const Staff& staff);

// The highest role that the user has, or that somebody has for whom they stand in. ROLE_UNSPECIFIED: there is no such
// user.
options::v1::Role RoleActedIn(int64_t user_id, const Staff& staff);

// Those for whom the user stands in, each with the role that they act in themselves.
std::map<int64_t, options::v1::Role> StoodInForBy(int64_t user_id, const Staff& staff);

}  // namespace voronka::staff
