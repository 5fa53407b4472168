#pragma once

#include <cstdint>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {

// Creates a task. It is assigned to the caller when the draft names nobody. `path` leads to the draft in the request,
// like `task.`. The deal must be one that the caller sees, or `known_deal_id`: that of a task of theirs which this one
// follows.
v1::Task AddTask(rpc::Session& session, v1::Task draft, const std::string& path, int64_t known_deal_id = 0);

}  // namespace voronka::crm
