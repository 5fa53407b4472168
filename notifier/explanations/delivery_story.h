#pragma once

#include <cctz/time_zone.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "voronka/notifier/v1/delivery.pb.h"
#include "voronka/notifier/v1/delivery_record.pb.h"
#include "voronka/notifier/v1/notification.pb.h"
#include "voronka/notifier/v1/push_intent.pb.h"
#include "voronka/options/v1/access.pb.h"

namespace voronka::notifier {

// All that is known of a notification's way to its user.
struct DeliveryFacts {
  v1::Notification notification;
  // Otherwise it is the test of a device.
  bool in_inbox = true;
  // As the user preferred when it was shown the last time. Nothing: it was made by a release that pushed nothing.
  std::optional<bool> to_be_pushed;
  std::vector<v1::DeliveryRecord> records;
  // Those that show it, not those that take it away.
  std::vector<v1::PushIntent> pushes;
};

struct Listener {
  std::string locale;
  // For moments in texts: the zone of who asks.
  cctz::time_zone zone;
  // Microseconds since 1970 UTC.
  int64_t now = 0;
  // Admins are told what exactly push services answered.
  options::v1::Role role = options::v1::ROLE_UNSPECIFIED;
};

// What happened, by time, in words.
std::vector<v1::DeliveryStep> StoryOf(const DeliveryFacts& facts, const Listener& listener);

}  // namespace voronka::notifier
