#pragma once

#include "foundation/rpc/calls/caller.h"
#include "voronka/crm/v1/change.pb.h"

namespace voronka::crm {

// Users see changes of what they may read: of a resource whose service has a read method for their role.
bool MaySee(const rpc::Caller& caller, const v1::Change& change);

}  // namespace voronka::crm
