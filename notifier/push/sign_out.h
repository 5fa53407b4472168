#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::notifier {

// A session has ended: its device gets nothing any more, and what it shows, which the next to hold it could read, is
// taken away by a last push.
void SignOutOfSession(rpc::Session& session, int64_t session_id);
// The same for all devices of a user who is not active.
void SignOutIfDisabled(rpc::Session& session, const crm::v1::User& user);

}  // namespace voronka::notifier
