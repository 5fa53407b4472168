#include "foundation/rpc/requests/visible_line.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "foundation/rpc/requests/text_checks.h"

namespace voronka::rpc {
namespace {

constexpr UChar32 kNonJoiner = 0x200C;
constexpr UChar32 kJoiner = 0x200D;

bool IsBlankCharacter(UChar32 c) {
  const auto type = u_charType(c);
  return u_isUWhiteSpace(c) != 0 || type == U_CONTROL_CHAR || type == U_LINE_SEPARATOR || c == 0x2800;
}

// Variations of the sign before, and the letters of flags.
bool ChangesTheSignBefore(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR) != 0 || (c >= 0xE0020 && c <= 0xE007F);
}

// Whether letters take another shape beside a joiner that stands after this one.
bool TakesJoiner(UChar32 c, UChar32 joiner) {
  const auto joining = u_getIntPropertyValue(c, UCHAR_JOINING_TYPE);
  const bool is_joined = joining == U_JT_DUAL_JOINING || joining == U_JT_RIGHT_JOINING || joining == U_JT_LEFT_JOINING;
  // The virama, which binds the letters of Indian scripts.
  const bool is_virama = u_getCombiningClass(c) == 9;
  const bool is_emoji = u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ||
                        u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER) != 0 || c == 0xFE0F;
  return is_joined || is_virama || (joiner == kJoiner && is_emoji);
}

bool IsShownAfter(UChar32 before, UChar32 c) {
  if (c == kJoiner || c == kNonJoiner) return TakesJoiner(before, c);
  if (ChangesTheSignBefore(c)) return before != ' ';
  std::string bytes;
  icu::UnicodeString(c).toUTF8String(bytes);
  return !IsBlank(bytes) && u_charType(c) != U_FORMAT_CHAR;
}

// Joiners at the end of a word join nothing.
void EndWord(icu::UnicodeString& line) {
  while (!line.isEmpty() && (line[line.length() - 1] == kJoiner || line[line.length() - 1] == kNonJoiner)) {
    line.truncate(line.length() - 1);
  }
}

}  // namespace

std::string VisibleLine(const std::string& text) {
  const auto written = icu::UnicodeString::fromUTF8(text);
  icu::UnicodeString line;
  UChar32 before = ' ';
  for (int32_t at = 0; at < written.length(); at = written.moveIndex32(at, 1)) {
    const UChar32 c = written.char32At(at);
    if (IsBlankCharacter(c)) {
      EndWord(line);
      if (before != ' ') line.append(u' ');
      before = ' ';
    } else if (IsShownAfter(before, c)) {
      line.append(c);
      before = c;
    }
  }
  EndWord(line);
  std::string bytes;
  line.trim().toUTF8String(bytes);
  return bytes;
}

}  // namespace voronka::rpc
