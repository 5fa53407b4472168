#pragma once

#include <cstdint>

#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::notifier {

// A notification, with whose it is.
struct InboxEntry {
  int64_t user_id;
  v1::Notification notification;
};

}  // namespace voronka::notifier
