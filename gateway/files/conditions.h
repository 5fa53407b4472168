#pragma once

#include <string_view>

namespace voronka::gateway {

// Whether a header `accept-encoding` accepts this encoding; `gzip;q=0` does not.
bool TakesEncoding(std::string_view header, std::string_view encoding);

// Whether a header `if-none-match` names the tag, strong or weak, or any.
bool NamesTag(std::string_view header, std::string_view tag);

}  // namespace voronka::gateway
