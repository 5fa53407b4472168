#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::crm {

// The user whose sessions are to be listed; 0 is the caller. Throws PERMISSION_DENIED if somebody other than an admin
// asks for another user's, and NOT_FOUND for a user who does not exist.
int64_t OwnerOfListedSessions(rpc::Session& session, int64_t user_id);

// Locks a session that the caller may end: their own, or for an admin any of the account. Throws NOT_FOUND otherwise:
// nobody else learns whether another user's session exists.
v1::Session LockOwnSession(rpc::Session& session, int64_t session_id);

}  // namespace voronka::crm
