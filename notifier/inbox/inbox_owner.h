#pragma once

#include <cstdint>

#include "foundation/rpc/calls/session.h"

namespace voronka::notifier {

// Whose inbox a reading request means; 0: the caller's. Throws PERMISSION_DENIED (NOT_YOURS) if it is another user's
// and the caller does not lead sales, NOT_FOUND if there is no such user.
int64_t OwnerOfInbox(rpc::Session& session, int64_t user_id);

}  // namespace voronka::notifier
