#include "gateway/forms/urlencoded.h"

#include <unicode/unistr.h>

#include <charconv>
#include <optional>

#include "gateway/dialects/percent_encoding.h"

namespace voronka::gateway {
namespace {

// Takes the part up to the separator off the front.
std::string_view TakePart(std::string_view& text, char separator) {
  const size_t end = text.find(separator);
  const auto part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return part;
}

// `%u0418` at the front.
std::optional<char16_t> TakeUnit(std::string_view& text) {
  constexpr size_t kSize = 6;
  uint16_t unit = 0;
  if (text.size() < kSize || !text.starts_with("%u")) return std::nullopt;
  const char* end = text.data() + kSize;
  if (std::from_chars(text.data() + 2, end, unit, 16).ptr != end) return std::nullopt;
  text.remove_prefix(kSize);
  return unit;
}

// Those at the front, as many as there are: two of them may be one character.
std::string TakeUnits(std::string_view& text) {
  icu::UnicodeString units;
  while (const auto unit = TakeUnit(text)) units.append(*unit);
  std::string characters;
  units.toUTF8String(characters);
  return characters;
}

std::string DecodedBytes(std::string_view text) {
  std::string spaced(text);
  for (char& c : spaced) c = c == '+' ? ' ' : c;
  return PercentDecoded(spaced);
}

std::string Decoded(std::string_view text) {
  std::string decoded;
  while (!text.empty()) {
    decoded += TakeUnits(text);
    const auto bytes = text.substr(0, text.find("%u", 1));
    decoded += DecodedBytes(bytes);
    text.remove_prefix(bytes.size());
  }
  return decoded;
}

}  // namespace

FormFields ParseUrlencoded(std::string_view body) {
  FormFields fields;
  while (!body.empty()) {
    std::string_view value = TakePart(body, '&');
    if (value.empty()) continue;
    const auto name = TakePart(value, '=');
    fields.Add({.name = Decoded(name), .value = Decoded(value), .charset = {}});
  }
  return fields;
}

}  // namespace voronka::gateway
