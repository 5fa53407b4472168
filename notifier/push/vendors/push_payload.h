#pragma once

#include <cstddef>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "voronka/notifier/v1/push_message.pb.h"

namespace voronka::notifier {

// As proto3 is written in JSON: names in lowerCamelCase, 64-bit integers as strings, no defaults.
nlohmann::json ToJson(const v1::PushMessage& message);

// What `write` makes of the message, with a text that is shortened until that has at most `limit` bytes. Nothing if it
// has more even without a text.
std::optional<std::string> WriteWithin(size_t limit, v1::PushMessage message,
                                       const std::function<std::string(const v1::PushMessage&)>& write);

}  // namespace voronka::notifier
