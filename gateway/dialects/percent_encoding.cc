#include "gateway/dialects/percent_encoding.h"

#include <fmt/format.h>

namespace voronka::gateway {

std::string PercentEncoded(std::string_view text) {
  std::string encoded;
  for (const char letter : text) {
    if (letter >= ' ' && letter <= '~' && letter != '%') {
      encoded += letter;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
    }
  }
  return encoded;
}

}  // namespace voronka::gateway
