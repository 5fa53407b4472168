#include "foundation/rpc/text_checks.h"

#include <algorithm>

namespace voronka::rpc {

size_t CodePoints(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; });
}

bool HasForbiddenCharacters(std::string_view text, bool multiline) {
  return std::any_of(text.begin(), text.end(), [multiline](unsigned char byte) {
    if (byte == '\n' || byte == '\r' || byte == '\t') return !multiline;
    return byte < 0x20 || byte == 0x7F;
  });
}

}  // namespace voronka::rpc
