#pragma once

#include <string>
#include <string_view>

namespace voronka::gateway {

// Repairs the usual mistakes of JSON that was written by hand or cut, in UTF-8: half of a surrogate pair (`"\ud83d"`,
// of an emoji that was cut) becomes U+FFFD; line breaks and other controls in strings are escaped, and so are
// backslashes that escape nothing; a trailing comma is left out. Other texts stay as they are.
std::string JsonRepaired(std::string_view text);

}  // namespace voronka::gateway
