#include "notifier/push/vendors/push_payload.h"

#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ranges>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace voronka::notifier {
namespace {

constexpr std::string_view kEllipsis = "…";

bool IsInsideCodePoint(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// At most `length` bytes, as they are before an ellipsis: they end with a whole character.
std::string Beginning(const std::string& text, size_t length) {
  while (length > 0 && IsInsideCodePoint(text[length])) --length;
  return text.substr(0, length).append(kEllipsis);
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
  if (std::string payload = write(message); payload.size() <= limit) return payload;
  const std::string text = message.text();
  std::optional<std::string> longest;
  const auto fits = [&](size_t length) {
    message.set_text(Beginning(text, length));
    std::string payload = write(message);
    if (payload.size() > limit) return false;
    longest = std::move(payload);
    return true;
  };
  // Each that fits is longer than those before it.
  std::ranges::partition_point(std::views::iota(size_t{0}, text.size()), fits);
  return longest;
}

}  // namespace voronka::notifier
