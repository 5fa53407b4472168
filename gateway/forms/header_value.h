#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace voronka::gateway {

// What a header as `form-data; name="phone"` says.
struct HeaderValue {
  // In lower case, as the names of the parameters.
  std::string value;
  std::map<std::string, std::string> parameters;
};

// Nothing: it is not of that form, or says a parameter twice.
std::optional<HeaderValue> ParseHeaderValue(std::string_view text);

}  // namespace voronka::gateway
