#pragma once

#include <cstdint>
#include <vector>

#include "foundation/rpc/calls/session.h"

namespace voronka::notifier {

// Of what a user was told of one of the tasks and has not read, only the latest stays unread: it says all that the
// others say. For tasks of which something has just been put into inboxes.
void ReplaceEarlier(rpc::Session& session, const std::vector<int64_t>& task_ids);

}  // namespace voronka::notifier
