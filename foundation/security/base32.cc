#include "foundation/security/base32.h"

#include <cstdint>

namespace voronka::security {

std::string EncodeBase32(std::string_view bytes) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  uint32_t pending = 0;
  int bits = 0;
  for (const char byte : bytes) {
    pending = pending << 8 | static_cast<unsigned char>(byte);
    for (bits += 8; bits >= 5; bits -= 5) text += kLetters[pending >> (bits - 5) & 31];
  }
  if (bits > 0) text += kLetters[pending << (5 - bits) & 31];
  return text;
}

}  // namespace voronka::security
