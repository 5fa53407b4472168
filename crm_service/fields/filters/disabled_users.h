#pragma once

#include <cstdint>
#include <vector>

#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// The account's users who are disabled, in order of id.
std::vector<int64_t> DisabledUsers(rpc::Session& session);

}  // namespace voronka::crm
