#include "crm_service/search/words/phone_words.h"

#include <unicode/unistr.h>

#include <cstdint>

namespace voronka::crm {
namespace {

// No word of a text begins so.
constexpr char kFromTheEnd = '<';
// More are no phone.
constexpr size_t kMostDigits = 32;

struct PhoneDigits {
  std::string digits;
  // Where each of them is, in UTF-16 code units.
  std::vector<int> places;
  // Of how many the code of the country consists; 0: it is not known.
  size_t country = 0;
};

// Russia and Kazakhstan have one digit, the other neighbours three.
size_t DigitsOfCountry(const std::string& phone, const std::string& digits) {
  if (!phone.starts_with('+')) return 0;
  return digits.starts_with('7') ? 1 : 3;
}

// Without the extension: `+74951234567;ext=12`.
PhoneDigits DigitsOfPhone(const std::string& phone) {
  PhoneDigits found;
  const auto text = icu::UnicodeString::fromUTF8(phone);
  for (int32_t i = 0; i < text.length() && text[i] != u';' && found.digits.size() < kMostDigits; ++i) {
    if (text[i] < u'0' || text[i] > u'9') continue;
    found.digits += static_cast<char>(text[i]);
    found.places.push_back(i);
  }
  found.country = DigitsOfCountry(phone, found.digits);
  return found;
}

std::string Reversed(const std::string& digits) { return {digits.rbegin(), digits.rend()}; }

Span SpanOf(const PhoneDigits& phone, size_t first, size_t count) {
  return {phone.places[first], phone.places[first + count - 1] + 1};
}

}  // namespace

std::string EndingWith(const std::string& digits) { return kFromTheEnd + Reversed(digits); }

std::vector<std::string> PhoneWords(const std::string& phone) {
  const auto [digits, places, country] = DigitsOfPhone(phone);
  if (digits.empty()) return {};
  std::vector<std::string> words{digits, EndingWith(digits)};
  if (country > 0 && country < digits.size()) words.push_back(digits.substr(country));
  return words;
}

std::optional<Span> SpanInPhone(const std::string& phone, const std::string& beginning) {
  const auto found = DigitsOfPhone(phone);
  const auto& digits = found.digits;
  if (beginning.empty()) return std::nullopt;
  if (beginning.front() == kFromTheEnd) {
    const size_t count = beginning.size() - 1;
    if (count == 0 || !EndingWith(digits).starts_with(beginning)) return std::nullopt;
    return SpanOf(found, digits.size() - count, count);
  }
  for (const size_t first : {size_t{0}, found.country}) {
    const bool begins = first <= digits.size() && digits.compare(first, beginning.size(), beginning) == 0;
    if (begins) return SpanOf(found, first, beginning.size());
  }
  return std::nullopt;
}

}  // namespace voronka::crm
