#pragma once

#include <span>

#include "foundation/rpc/calls/session.h"
#include "notifier/push/inbox_entry.h"

namespace voronka::notifier {

// Of what a user was told of a task and has not read, only the latest stays unread: it says all that the others say.
// `added`: what has just been put into inboxes.
void ReplaceEarlier(rpc::Session& session, std::span<const InboxEntry> added);

}  // namespace voronka::notifier
