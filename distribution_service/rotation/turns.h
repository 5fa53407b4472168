#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

using Users = std::set<int64_t>;

// A fair round robin: next is the member with the fewest turns; among equals, the first after the last one served. So a
// member who is passed over for one deal is the first for another, and a turn that is given back comes round again.

// Nobody if all members are passed over.
std::optional<int64_t> NextInTurn(const v1::Turns& turns, const Users& passed_over);

void TakeTurn(v1::Turns& turns, int64_t user_id);
// For a turn that led to no offer. Does nothing for somebody who is not a member any more.
void GiveTurnBack(v1::Turns& turns, int64_t user_id);

// The same turns for other members, in this order.
v1::Turns WithMembers(const v1::Turns& turns, const std::vector<int64_t>& user_ids);

}  // namespace voronka::distribution
