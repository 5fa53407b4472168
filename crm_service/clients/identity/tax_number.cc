#include "crm_service/clients/identity/tax_number.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace voronka::crm {
namespace {

using icu::UnicodeString;

// What it is called, in front of it.
const std::array<UnicodeString, 6>& Titles() {
  static const std::array<UnicodeString, 6> titles = {u"ИНН", u"КПП", u"УНП", u"БИН", u"ИИН", u"VAT"};
  return titles;
}

UnicodeString LettersAndDigits(const UnicodeString& text) {
  UnicodeString kept;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    if (const UChar32 c = text.char32At(at); u_isalnum(c) != 0) kept.append(c);
  }
  return kept;
}

UnicodeString WithoutTitle(UnicodeString number) {
  for (const auto& title : Titles()) {
    if (number.startsWith(title)) return number.remove(0, title.length());
  }
  return number;
}

bool IsTaxNumber(const UnicodeString& number) {
  constexpr int32_t kShortest = 5;
  constexpr int32_t kLongest = 20;
  return kShortest <= number.length() && number.length() <= kLongest;
}

}  // namespace

std::string TaxNumber(const std::string& written) {
  const auto text = UnicodeString::fromUTF8(written).toUpper();
  for (int32_t begin = 0; begin <= text.length();) {
    const int32_t slash = text.indexOf(u'/', begin);
    const int32_t end = slash < 0 ? text.length() : slash;
    const auto number = WithoutTitle(LettersAndDigits(text.tempSubStringBetween(begin, end)));
    std::string found;
    if (IsTaxNumber(number)) return number.toUTF8String(found);
    begin = end + 1;
  }
  return "";
}

}  // namespace voronka::crm
