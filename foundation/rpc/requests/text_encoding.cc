#include "foundation/rpc/requests/text_encoding.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <system_error>

namespace voronka::rpc {
namespace {

constexpr const char* kCyrillic = "windows-1251";
constexpr std::string_view kMark = "\xEF\xBB\xBF";

// Charsets of one byte a character, by the names that browsers know.
constexpr std::array kOfOneByte = {
    kCyrillic,      "cp1251",       "koi8-r",       "koi8-u",       "ibm866",       "cp866",        "iso-8859-5",
    "iso-8859-1",   "latin1",       "iso-8859-2",   "iso-8859-3",   "iso-8859-4",   "iso-8859-7",   "iso-8859-9",
    "iso-8859-10",  "iso-8859-13",  "iso-8859-14",  "iso-8859-15",  "windows-1250", "windows-1252", "windows-1253",
    "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258", "macintosh",    "x-mac-cyrillic"};
constexpr std::array kOfMoreBytes = {"gb18030", "gbk", "gb2312", "big5", "euc-jp", "shift_jis", "euc-kr"};

// Ignores case, hyphens and the like.
template <class Names>
const char* Find(const Names& names, const std::string& name) {
  const auto found =
      std::ranges::find_if(names, [&](const char* each) { return ucnv_compareNames(each, name.c_str()) == 0; });
  return found == names.end() ? nullptr : *found;
}

std::string Converted(std::string_view bytes, const char* charset) {
  std::string text;
  icu::UnicodeString(bytes.data(), static_cast<int32_t>(bytes.size()), charset).toUTF8String(text);
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

// The character that `&#1048;` at the front means, beyond ASCII; it is taken away.
std::optional<UChar32> TakeReference(std::string_view& text) {
  constexpr std::string_view kBegin = "&#";
  UChar32 character = 0;
  const char* begin = text.data() + kBegin.size();
  if (!text.starts_with(kBegin)) return std::nullopt;
  const auto [end, error] = std::from_chars(begin, text.data() + text.size(), character);
  const bool is_one = error == std::errc() && end != text.data() + text.size() && *end == ';';
  if (!is_one || character < 0xA0 || character > UCHAR_MAX_VALUE || U_IS_SURROGATE(character)) return std::nullopt;
  text.remove_prefix(static_cast<size_t>(end + 1 - text.data()));
  return character;
}

// How browsers write characters that the page's charset does not have.
std::string WithoutReferences(std::string_view text) {
  std::string plain;
  for (size_t begin = text.find("&#"); begin != std::string_view::npos; begin = text.find("&#")) {
    plain += text.substr(0, begin);
    text.remove_prefix(begin);
    if (const auto character = TakeReference(text)) {
      icu::UnicodeString(*character).toUTF8String(plain);
    } else {
      plain += text.front();
      text.remove_prefix(1);
    }
  }
  return plain.append(text);
}

bool IsZero(std::string_view body, size_t at) { return body[at] == '\0'; }

// Every format of a form begins with ASCII characters.
const char* Utf16Of(std::string_view body) {
  if (body.starts_with("\xFF\xFE") || body.starts_with("\xFE\xFF")) return "UTF-16";
  if (body.size() < 4 || body.size() % 2 != 0) return nullptr;
  if (!IsZero(body, 0) && IsZero(body, 1) && !IsZero(body, 2) && IsZero(body, 3)) return "UTF-16LE";
  if (IsZero(body, 0) && !IsZero(body, 1) && IsZero(body, 2) && !IsZero(body, 3)) return "UTF-16BE";
  return nullptr;
}

std::string AsUtf8(std::string_view bytes, const std::string& name) {
  const auto [sound, broken] = CensusOf(bytes);
  const char* of_one_byte = Find(kOfOneByte, name);
  // One alone may be two letters of the other.
  const bool is_utf8 = broken == 0 && sound > 1;
  if (of_one_byte != nullptr && !is_utf8) return Converted(bytes, of_one_byte);
  if (const char* of_more = Find(kOfMoreBytes, name)) return Converted(bytes, of_more);
  if (broken == 0) return std::string(bytes);
  const bool is_guessed = broken > sound && (name.empty() || broken > 1);
  return is_guessed ? Converted(bytes, kCyrillic) : Repaired(bytes);
}

}  // namespace

bool IsCharset(std::string_view name) {
  const std::string text(name);
  return Find(kOfOneByte, text) != nullptr || Find(kOfMoreBytes, text) != nullptr;
}

bool IsUtf8(std::string_view bytes) { return CensusOf(bytes).broken == 0; }

std::string TextOf(std::string_view bytes, std::string_view charset) {
  const std::string name(charset);
  const std::string text = AsUtf8(bytes, name);
  const bool may_lack_characters = ucnv_compareNames(name.c_str(), "utf-8") != 0;
  return may_lack_characters ? WithoutReferences(text) : text;
}

std::string WithoutUtf16(std::string_view body) {
  const char* encoding = Utf16Of(body);
  std::string text = encoding == nullptr ? std::string(body) : Converted(body, encoding);
  if (text.starts_with(kMark)) text.erase(0, kMark.size());
  return text;
}

}  // namespace voronka::rpc
