#pragma once

#include <map>
#include <string>
#include <string_view>

namespace voronka::gateway {

// What a header as `form-data; name="phone"` says.
struct HeaderValue {
  // In lower case, as the names of the parameters.
  std::string value;
  std::map<std::string, std::string> parameters;

  // Empty: there is none.
  std::string Parameter(const std::string& name) const;
};

// Every text is one, for whoever writes it badly has a client too: of a parameter that is said twice the first counts,
// what is none is skipped, and a quote ends a value only where a semicolon or nothing follows (`"план "А".pdf"`).
HeaderValue ParseHeaderValue(std::string_view text);

}  // namespace voronka::gateway
