#include "foundation/rpc/requests/text_checks.h"

#include <unicode/uchar.h>
#include <unicode/ucurr.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace voronka::rpc {
namespace {

// Shown as empty space, though Unicode calls them letters, symbols and controls: the empty Braille pattern, the marks
// around an annotation, the musical null notehead.
constexpr std::array<UChar32, 5> kShapeless = {0x2800, 0xFFF9, 0xFFFA, 0xFFFB, 0x1D159};

// Codes of ISO 4217 that are no money: metals, units of account and of bonds, testing, none. Money of several countries
// begins with an X too: XAF, XCD, XOF, XPF.
constexpr std::array<std::string_view, 13> kNoMoney = {"XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR",
                                                       "XPD", "XPT", "XSU", "XTS", "XUA", "XXX"};

bool IsShown(UChar32 c) {
  return u_isUWhiteSpace(c) == 0 && u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0 &&
         u_iscntrl(c) == 0 && std::ranges::find(kShapeless, c) == kShapeless.end();
}

}  // namespace

size_t CodePoints(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; });
}

bool HasForbiddenCharacters(std::string_view text, bool multiline) {
  // U+0080 to U+009F, encoded in UTF-8.
  for (size_t at = text.find('\xC2'); at != std::string_view::npos; at = text.find('\xC2', at + 1)) {
    if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0) return true;
  }
  return std::any_of(text.begin(), text.end(), [multiline](unsigned char byte) {
    if (byte == '\n' || byte == '\r' || byte == '\t') return !multiline;
    return byte < 0x20 || byte == 0x7F;
  });
}

bool IsBlank(std::string_view text) {
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, length, c);
    if (c < 0 || IsShown(c)) return false;
  }
  return true;
}

bool IsAllShown(std::string_view text) {
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, length, c);
    if (c >= 0 && (!IsShown(c) || u_charType(c) == U_FORMAT_CHAR)) return false;
  }
  return true;
}

bool IsDate(std::string_view text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  std::from_chars(text.data(), text.data() + 4, year);
  std::from_chars(text.data() + 5, text.data() + 7, month);
  std::from_chars(text.data() + 8, text.data() + 10, day);
  return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)).ok();
}

bool IsCurrency(std::string_view code) {
  if (std::ranges::find(kNoMoney, code) != kNoMoney.end()) return false;
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(code.data(), static_cast<int32_t>(code.size())));
  const UDate now =
      std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count();
  UErrorCode error = U_ZERO_ERROR;
  return ucurr_isAvailable(icu::UnicodeString(text).getTerminatedBuffer(), now, now, &error) != 0 &&
         U_SUCCESS(error) != 0;
}

}  // namespace voronka::rpc
