#include "crm_service/clients/identity/tax_number.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <vector>

#include "crm_service/clients/identity/plain_text.h"

namespace voronka::crm {
namespace {

using icu::UnicodeString;

// What it is called, in front of it.
const std::array<UnicodeString, 5>& Titles() {
  static const std::array<UnicodeString, 5> titles = {u"ИНН", u"УНП", u"БИН", u"ИИН", u"VAT"};
  return titles;
}

UnicodeString LettersAndDigits(const UnicodeString& text) {
  UnicodeString kept;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    if (const UChar32 c = text.char32At(at); u_isalnum(c) != 0) kept.append(c);
  }
  return kept;
}

bool HasTitle(const UnicodeString& number) {
  return std::ranges::any_of(Titles(), [&](const auto& title) { return number.startsWith(title) != 0; });
}

// The КПП of `ИНН/КПП 7701234567/770101001` is the title of what follows it here.
UnicodeString WithoutTitle(UnicodeString number) {
  constexpr int32_t kTitle = 3;
  return HasTitle(number) || number.startsWith(u"КПП") ? number.remove(0, kTitle) : number;
}

int CountOfDigits(const UnicodeString& number) {
  int count = 0;
  for (int32_t at = 0; at < number.length(); ++at) count += u_isdigit(number.charAt(at)) != 0 ? 1 : 0;
  return count;
}

// Words such as «не указан» are none.
bool IsTaxNumber(const UnicodeString& number) {
  constexpr int kFewestDigits = 5;
  constexpr int32_t kLongest = 20;
  return CountOfDigits(number) >= kFewestDigits && number.length() <= kLongest;
}

std::vector<UnicodeString> PartsOf(const UnicodeString& text) {
  std::vector<UnicodeString> parts;
  for (int32_t begin = 0; begin <= text.length();) {
    const int32_t slash = text.indexOf(u'/', begin);
    const int32_t end = slash < 0 ? text.length() : slash;
    parts.push_back(LettersAndDigits(text.tempSubStringBetween(begin, end)));
    begin = end + 1;
  }
  // The one that says what it is, in whichever order.
  std::ranges::stable_partition(parts, HasTitle);
  return parts;
}

}  // namespace

std::string TaxNumber(const std::string& written) {
  const auto text = UnicodeString::fromUTF8(PlainText(written)).toUpper(icu::Locale::getRoot());
  std::string found;
  for (const auto& part : PartsOf(text)) {
    const auto number = WithoutTitle(part);
    if (IsTaxNumber(number)) return number.toUTF8String(found);
  }
  return found;
}

}  // namespace voronka::crm
