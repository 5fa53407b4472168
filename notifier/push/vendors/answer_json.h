#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace voronka::notifier {

// What a vendor has answered; null if it is not JSON.
nlohmann::json ParseAnswer(const std::string& body);

// `path` is a JSON pointer, as `/error/status`. Empty if there is no text.
std::string TextAt(const nlohmann::json& answer, const std::string& path);

}  // namespace voronka::notifier
