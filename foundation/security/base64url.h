#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace voronka::security {

class InvalidBase64 : public std::invalid_argument {
 public:
  InvalidBase64() : std::invalid_argument("not base64url") {}
};

// RFC 4648 §5 without padding.
std::string EncodeBase64Url(std::string_view bytes);

// Accepts only the spelling that encoding produces. Padding, spaces, other alphabets and stray bits throw
// InvalidBase64, so that no two texts decode to the same bytes.
std::string DecodeBase64Url(std::string_view text);

}  // namespace voronka::security
