#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::notifier {

// The user's notification is not unread any more: what is not pushed yet never is, and devices that may show it close
// it, except that of the session which has answered it.
void Settle(rpc::Session& session, int64_t user_id, const v1::Notification& notification);

}  // namespace voronka::notifier
