#pragma once

#include <string>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "notifier/push/inbox_entry.h"
#include "voronka/notifier/v1/delivery.pb.h"

namespace voronka::notifier {

// Notifications as they are, which the session has locked, of one user or of several: they are acknowledged, their
// streams are told, and devices take them away. Takes about as many statements for sixty as for one. Returns them as
// they are then.
std::vector<InboxEntry> AcknowledgeAll(rpc::Session& session, std::vector<InboxEntry> entries,
                                       v1::DeliveryStep::Kind how);

// The notifications of the account for which the condition holds, locked.
std::vector<InboxEntry> LockWhere(rpc::Session& session, const std::string& condition,
                                  std::vector<storage::Value> parameters);

}  // namespace voronka::notifier
