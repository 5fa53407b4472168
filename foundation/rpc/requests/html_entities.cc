#include "foundation/rpc/requests/html_entities.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "foundation/rpc/requests/text_checks.h"

namespace voronka::rpc {
namespace {

// Those that programs put into what people have typed.
constexpr std::array<std::pair<std::string_view, std::string_view>, 25> kNamed = {{
    {"amp", "&"},   {"lt", "<"},    {"gt", ">"},     {"quot", "\""}, {"apos", "'"},   {"nbsp", " "},  {"shy", ""},
    {"laquo", "«"}, {"raquo", "»"}, {"ldquo", "“"},  {"rdquo", "”"}, {"bdquo", "„"},  {"lsquo", "‘"}, {"rsquo", "’"},
    {"ndash", "–"}, {"mdash", "—"}, {"hellip", "…"}, {"bull", "•"},  {"middot", "·"}, {"copy", "©"},  {"reg", "®"},
    {"trade", "™"}, {"euro", "€"},  {"deg", "°"},    {"sect", "§"},
}};

constexpr size_t kLongestName = 10;

std::optional<std::string> Character(uint32_t code) {
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return std::nullopt;
  std::string bytes;
  icu::UnicodeString(static_cast<UChar32>(code)).toUTF8String(bytes);
  return HasForbiddenCharacters(bytes, true) ? std::nullopt : std::optional(bytes);
}

// `name`: without the signs around it, `#039` or `#x27`.
std::optional<std::string> Numbered(std::string_view name) {
  name.remove_prefix(1);
  const bool is_hex = name.starts_with('x') || name.starts_with('X');
  if (is_hex) name.remove_prefix(1);
  uint32_t code = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code, is_hex ? 16 : 10);
  return error == std::errc() && end == name.data() + name.size() ? Character(code) : std::nullopt;
}

std::optional<std::string> Meaning(std::string_view name) {
  if (name.starts_with('#')) return Numbered(name);
  const auto* found = std::ranges::find(kNamed, name, &std::pair<std::string_view, std::string_view>::first);
  return found == kNamed.end() ? std::nullopt : std::optional(std::string(found->second));
}

}  // namespace

std::string WithoutEntities(const std::string& text) {
  std::string decoded;
  size_t begin = 0;
  for (size_t at = text.find('&'); at != std::string::npos; at = text.find('&', at + 1)) {
    const size_t end = text.find_first_of(";& ", at + 1);
    if (end == std::string::npos || text[end] != ';' || end - at - 1 > kLongestName) continue;
    const auto meaning = Meaning(std::string_view(text).substr(at + 1, end - at - 1));
    if (!meaning) continue;
    decoded.append(text, begin, at - begin).append(*meaning);
    begin = end + 1;
    at = end;
  }
  return decoded.append(text, begin);
}

}  // namespace voronka::rpc
