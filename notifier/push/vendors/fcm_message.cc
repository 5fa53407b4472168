#include "notifier/push/vendors/fcm_message.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "notifier/push/vendors/push_payload.h"
#include "notifier/push/vendors/time_to_live.h"

namespace voronka::notifier {

using nlohmann::json;

std::string FcmData(const v1::PushMessage& message) {
  json data = ToJson(message);
  for (auto& value : data) {
    if (!value.is_string()) value = value.dump();
  }
  return data.dump();
}

std::string FcmMessage(const Push& push, const std::string& data, int64_t now_micros) {
  json android = {{"priority", push.urgency == v1::KindPreference::URGENCY_HIGH ? "HIGH" : "NORMAL"},
                  {"ttl", fmt::format("{}s", TimeToLiveSeconds(push, now_micros))}};
  if (!push.collapse_key.empty()) android["collapse_key"] = push.collapse_key;
  return json{{"message", {{"token", push.device.address()}, {"data", json::parse(data)}, {"android", android}}}}
      .dump();
}

}  // namespace voronka::notifier
