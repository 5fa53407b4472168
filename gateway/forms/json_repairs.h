#pragma once

#include <string>
#include <string_view>

namespace voronka::gateway {

// A text that is to be JSON with what hands and cut strings leave in it mended, in UTF-8: half of a character of two
// (`"\ud83d"`, of an emoji that was cut) becomes U+FFFD; line breaks and other controls in strings and escapes that are
// none are written as they should be; a comma behind the last one is left out. Other texts stay as they are.
std::string JsonRepaired(std::string_view text);

}  // namespace voronka::gateway
