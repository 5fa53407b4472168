#pragma once

#include "foundation/rpc/session.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::crm {

// Whose sessions are asked for; 0 is the caller. Throws PERMISSION_DENIED where somebody other than an admin asks for
// another user's, and NOT_FOUND for a user who does not exist.
int64_t OwnerOfListedSessions(rpc::Session& session, int64_t user_id);

// A session that the caller may end, locked: their own, or any of the account's for an admin. Throws NOT_FOUND: nobody
// else sees it.
v1::Session LockOwnSession(rpc::Session& session, int64_t session_id);

}  // namespace voronka::crm
