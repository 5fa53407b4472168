#pragma once

#include <string>

#include "foundation/rpc/calls/session.h"
#include "notifier/preferences/preferences.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::notifier {

// Has a notification that is made or shown again pushed to the user's devices, as the user wishes. `discreet_text` is
// for accounts that allow no details; empty: the kind's title.
void Ring(rpc::Session& session, int64_t user_id, const v1::Notification& notification,
          const std::string& discreet_text, const Wish& wish);

}  // namespace voronka::notifier
