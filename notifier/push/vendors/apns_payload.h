#pragma once

#include <string>

#include "voronka/notifier/v1/push_message.pb.h"

namespace voronka::notifier {

// The fields of the message beside `aps`, which iOS itself reads.
std::string ApnsPayload(const v1::PushMessage& message);

}  // namespace voronka::notifier
