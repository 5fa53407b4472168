#include "notifier/kinds/isolated.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace voronka::notifier {
namespace {

constexpr char kFirstStrongIsolate[] = "\u2068";
constexpr char kPopDirectionalIsolate[] = "\u2069";

bool IsRightToLeft(UChar32 character) {
  const UCharDirection direction = u_charDirection(character);
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

}  // namespace

std::string Isolated(std::string_view words) {
  std::string plain;
  bool right_to_left = false;
  const auto length = static_cast<int32_t>(words.size());
  for (int32_t at = 0; at < length;) {
    const int32_t begin = at;
    UChar32 character = 0;
    U8_NEXT(words.data(), at, length, character);
    if (u_hasBinaryProperty(character, UCHAR_BIDI_CONTROL)) continue;
    right_to_left = right_to_left || IsRightToLeft(character);
    plain += words.substr(begin, at - begin);
  }
  return right_to_left ? kFirstStrongIsolate + plain + kPopDirectionalIsolate : plain;
}

}  // namespace voronka::notifier
