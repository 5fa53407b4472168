#pragma once

#include <string_view>

#include "notifier/push/vendors/http_exchange.h"
#include "notifier/push/vendors/push.h"

namespace voronka::notifier {

// What all push services mean by a status; no status means that the device is gone. `reason` is the service's own word,
// if it gives one.
PushAnswer AnswerByStatus(const HttpAnswer& answer, std::string_view reason = {});

// With the status, or why there is none, and the reason.
PushAnswer Answer(PushAnswer::Outcome outcome, const HttpAnswer& answer, std::string_view reason);

inline PushAnswer TooLong() {
  return {PushAnswer::Outcome::kRefused, {}, "the message is too long", v1::PushIntent::TROUBLE_TOO_LARGE};
}

}  // namespace voronka::notifier
