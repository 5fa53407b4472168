#include "notifier/push/vendors/apns_payload.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "notifier/push/vendors/push_payload.h"

namespace voronka::notifier {
namespace {

using nlohmann::json;
using v1::PushMessage;

// What is about the same deal or task is shown together. Empty: it is about neither.
std::string Thread(const PushMessage& message) {
  if (message.deal_id() != 0) return fmt::format("deal-{}", message.deal_id());
  return message.task_id() != 0 ? fmt::format("task-{}", message.task_id()) : "";
}

// The app may change what is shown, and registers the buttons of each kind as its category.
json ApsThatShows(const PushMessage& message) {
  json aps = {{"alert", {{"body", message.text()}}}, {"mutable-content", 1}};
  if (message.kind() != v1::Notification::KIND_UNSPECIFIED)
    aps["category"] = v1::Notification::Kind_Name(message.kind());
  if (message.sound()) aps["sound"] = "default";
  if (const std::string thread = Thread(message); !thread.empty()) aps["thread-id"] = thread;
  return aps;
}

}  // namespace

std::string ApnsPayload(const PushMessage& message) {
  json payload = ToJson(message);
  payload["aps"] = message.close() ? json{{"content-available", 1}} : ApsThatShows(message);
  return payload.dump();
}

}  // namespace voronka::notifier
