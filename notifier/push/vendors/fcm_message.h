#pragma once

#include <cstdint>
#include <string>

#include "notifier/push/vendors/push.h"

namespace voronka::notifier {

// The fields of the message as FCM wants its `data`: all values are texts. Those that are none in JSON are written as
// JSON: `true`, or the list of buttons.
std::string FcmData(const v1::PushMessage& message);

// The body of `messages:send`. `data` is what FcmData has written.
std::string FcmMessage(const Push& push, const std::string& data, int64_t now_micros);

}  // namespace voronka::notifier
