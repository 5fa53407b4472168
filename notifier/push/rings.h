#pragma once

#include <string>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "notifier/preferences/wishes.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::notifier {

// A notification that is made or shown again.
struct Ringing {
  int64_t user_id;
  v1::Notification notification;
  // For accounts that allow no details; empty: the kind's title.
  std::string discreet_text;
  Wish wish;
};

// Has them pushed to the users' devices, as the users wish.
void Ring(rpc::Session& session, std::vector<Ringing> ringing);

}  // namespace voronka::notifier
