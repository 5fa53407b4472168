#include "gateway/forms/text_encoding.h"

#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "gateway/http/lower_case.h"

namespace voronka::gateway {
namespace {

constexpr std::string_view kCyrillic = "windows-1251";

// Those of one byte a character, as browsers know them.
constexpr std::array<std::string_view, 11> kCharsets = {kCyrillic,    "cp1251",      "koi8-r",      "koi8-u",
                                                        "ibm866",     "cp866",       "iso-8859-5",  "x-mac-cyrillic",
                                                        "iso-8859-1", "iso-8859-15", "windows-1252"};

std::string Converted(std::string_view bytes, const std::string& charset) {
  std::string text;
  icu::UnicodeString(bytes.data(), static_cast<int32_t>(bytes.size()), charset.c_str()).toUTF8String(text);
  return text;
}

std::string Repaired(std::string_view bytes) {
  std::string text;
  icu::UnicodeString::fromUTF8({bytes.data(), static_cast<int32_t>(bytes.size())}).toUTF8String(text);
  return text;
}

// Characters of several bytes that are UTF-8, and places that are not.
struct Census {
  size_t sound = 0;
  size_t broken = 0;
};

Census CensusOf(std::string_view bytes) {
  Census census;
  const auto* begin = reinterpret_cast<const uint8_t*>(bytes.data());
  const auto size = static_cast<int32_t>(bytes.size());
  for (int32_t at = 0; at < size;) {
    UChar32 character = 0;
    U8_NEXT(begin, at, size, character);
    census.sound += character >= 0x80 ? 1 : 0;
    census.broken += character < 0 ? 1 : 0;
  }
  return census;
}

}  // namespace

std::string TextOf(std::string_view bytes, std::string_view charset) {
  const std::string named = LowerCase(charset);
  if (std::ranges::find(kCharsets, named) != kCharsets.end()) return Converted(bytes, named);
  const auto [sound, broken] = CensusOf(bytes);
  if (broken == 0) return std::string(bytes);
  return named.empty() && broken > sound ? Converted(bytes, std::string(kCyrillic)) : Repaired(bytes);
}

}  // namespace voronka::gateway
