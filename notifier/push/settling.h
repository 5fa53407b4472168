#pragma once

#include <span>

#include "foundation/rpc/calls/session.h"
#include "notifier/push/inbox_entry.h"

namespace voronka::notifier {

// The notifications are not unread any more: what is not pushed yet never is, and devices that may show them close
// them, except that of the session which has answered them. Takes about as many statements for sixty as for one.
void Settle(rpc::Session& session, std::span<const InboxEntry> entries);

}  // namespace voronka::notifier
