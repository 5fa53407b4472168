#include "tests/fuzz/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <functional>

namespace voronka::fuzz {
namespace {

// Applies `condition` to each code point; a negative one stands for invalid bytes.
bool Any(std::string_view text, const std::function<bool(UChar32)>& condition) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    UChar32 code_point = 0;
    U8_NEXT(bytes, at, size, code_point);
    if (condition(code_point)) return true;
  }
  return false;
}

}  // namespace

bool IsUtf8(std::string_view text) {
  return !Any(text, [](UChar32 code_point) { return code_point < 0; });
}

bool HasControlCharacter(std::string_view text) {
  return Any(text, [](UChar32 code_point) { return code_point >= 0 && u_charType(code_point) == U_CONTROL_CHAR; });
}

}  // namespace voronka::fuzz
