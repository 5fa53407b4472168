#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace voronka::process {

struct WebOrigin {
  bool secure = false;
  // Without the brackets of an IPv6 address.
  std::string host;
};

// Parses `https://host` or `https://host:port`, or the same with http; nothing if it is neither, or says more.
std::optional<WebOrigin> ParseWebOrigin(std::string_view text);

}  // namespace voronka::process
