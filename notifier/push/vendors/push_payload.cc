#include "notifier/push/vendors/push_payload.h"

#include <google/protobuf/util/json_util.h>

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string_view>

namespace voronka::notifier {
namespace {

constexpr std::string_view kEllipsis = "…";

bool IsInsideCodePoint(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Without the last `count` bytes, or a little more: it ends with a whole character.
std::string Shortened(std::string text, size_t count) {
  if (count >= text.size()) return {};
  size_t end = text.size() - count;
  while (end > 0 && IsInsideCodePoint(text[end])) --end;
  text.resize(end);
  return text.append(kEllipsis);
}

}  // namespace

nlohmann::json ToJson(const v1::PushMessage& message) {
  std::string text;
  if (const auto status = google::protobuf::util::MessageToJsonString(message, &text); !status.ok()) {
    throw std::invalid_argument(status.ToString());
  }
  return nlohmann::json::parse(text);
}

std::optional<std::string> WriteWithin(size_t limit, v1::PushMessage message,
                                       const std::function<std::string(const v1::PushMessage&)>& write) {
  std::string payload = write(message);
  if (payload.size() > limit) {
    // A byte of the text is at least one of the payload.
    message.set_text(Shortened(message.text(), payload.size() - limit + kEllipsis.size()));
    payload = write(message);
  }
  if (payload.size() > limit) return std::nullopt;
  return payload;
}

}  // namespace voronka::notifier
