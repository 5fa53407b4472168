#pragma once

#include <map>
#include <string>
#include <string_view>

namespace voronka::gateway {

// A header such as `form-data; name="phone"`.
struct HeaderValue {
  // In lower case, like the names of the parameters.
  std::string value;
  std::map<std::string, std::string> parameters;

  // Empty: there is none.
  std::string Parameter(const std::string& name) const;
};

// Accepts any text, so that no client is lost to a badly written header: the first of several parameters with one name
// counts, what is not a parameter is skipped, and a quote ends a value only before a semicolon or the end
// (`"план "А".pdf"`).
HeaderValue ParseHeaderValue(std::string_view text);

}  // namespace voronka::gateway
