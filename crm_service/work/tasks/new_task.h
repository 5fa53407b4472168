#pragma once

#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {

// Creates a task. It is assigned to the caller when the draft names nobody. `path` leads to the draft in the request,
// like `task.`. Its deal and contact must be seen by the caller, or be those of `former`: a task of theirs which this
// one follows.
v1::Task AddTask(rpc::Session& session, v1::Task draft, const std::string& path,
                 const v1::Task& former = v1::Task::default_instance());

}  // namespace voronka::crm
