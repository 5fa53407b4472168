#pragma once

#include <string>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::notifier {

// A notification that a user is to get.
struct Addition {
  int64_t user_id;
  // A user who had one with this key before does not get it.
  std::string dedup_key;
  v1::Notification notification;
  // See Ringing.
  std::string discreet_text = {};
};

// Puts them into the users' inboxes, unread, each with a number and the time of its creation; announces them, and has
// them pushed as the users wish. Takes about as many statements for sixty as for one.
void AddToInboxes(rpc::Session& session, std::vector<Addition> additions);

}  // namespace voronka::notifier
