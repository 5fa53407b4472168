#include "gateway/dialects/percent_encoding.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace voronka::gateway {
namespace {

constexpr size_t kEscape = 3;

// Of what begins with %XX.
std::optional<char> EscapedAt(std::string_view text) {
  unsigned char byte = 0;
  if (text.size() < kEscape || text[0] != '%') return std::nullopt;
  const char* end = text.data() + kEscape;
  const auto read = std::from_chars(text.data() + 1, end, byte, 16);
  return read.ptr == end ? std::optional(static_cast<char>(byte)) : std::nullopt;
}

}  // namespace

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

std::string PercentDecoded(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  while (!text.empty()) {
    const auto escaped = EscapedAt(text);
    decoded += escaped.value_or(text.front());
    text.remove_prefix(escaped ? kEscape : 1);
  }
  return decoded;
}

}  // namespace voronka::gateway
