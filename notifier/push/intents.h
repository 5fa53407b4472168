#pragma once

#include <string>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/notifier/v1/device.pb.h"
#include "voronka/notifier/v1/push_intent.pb.h"

namespace voronka::notifier {

struct PushTerms {
  v1::PushIntent::Purpose purpose;
  v1::KindPreference::Urgency urgency;
  // Microseconds since 1970 UTC.
  int64_t expire;
  // In which it waits, by the clock of that zone. Disabled: it is due at once.
  v1::QuietHours quiet_hours = {};
  std::string time_zone = {};
};

// The message, to be pushed to each of the devices, which belong to the user. Once the session has added them to Pushes
// and committed, PushSender sends them.
std::vector<v1::PushIntent> IntentsFor(rpc::Session& session, int64_t user_id, const std::vector<v1::Device>& devices,
                                       const v1::PushMessage& message, const PushTerms& terms);

}  // namespace voronka::notifier
