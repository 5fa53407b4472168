#include "notifier/push/vendors/answer_json.h"

#include <nlohmann/json.hpp>

namespace voronka::notifier {

using nlohmann::json;

json ParseAnswer(const std::string& body) {
  json parsed = json::parse(body, nullptr, /*allow_exceptions=*/false);
  return parsed.is_discarded() ? json() : parsed;
}

std::string TextAt(const json& answer, const std::string& path) {
  const json::json_pointer pointer(path);
  if (!answer.contains(pointer)) return {};
  const json& value = answer.at(pointer);
  return value.is_string() ? value.get<std::string>() : std::string();
}

}  // namespace voronka::notifier
