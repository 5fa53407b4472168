#include "foundation/process/log_field.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace voronka::process {
namespace {

bool IsPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-_.:/@+").find(c) != std::string_view::npos;
}

std::string QuotedIfNeeded(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, IsPlain) ? std::string(text) : Quoted(text);
}

// Neither a line break nor something that controls a terminal.
bool IsShown(UChar32 character) { return character == ' ' || u_isgraph(character); }

// `bytes` encode the character. A negative `character` means that the bytes encode none.
std::string Escaped(std::string_view bytes, UChar32 character) {
  if (character == '"' || character == '\\') return fmt::format("\\{}", bytes);
  if (character == '\n') return "\\n";
  if (character == '\r') return "\\r";
  if (character == '\t') return "\\t";
  if (character >= 0 && IsShown(character)) return std::string(bytes);
  if (character >= 0x100) return fmt::format("\\u{:04x}", character);
  if (character >= 0) return fmt::format("\\x{:02x}", character);
  std::string escaped;
  for (const char byte : bytes) escaped += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
  return escaped;
}

}  // namespace

LogField::LogField(std::string_view key, std::string_view text) : key_(key), value_(QuotedIfNeeded(text)) {}

LogField::LogField(std::string_view key, double value) : key_(key), value_(fmt::to_string(value)) {}

// fmt's {:?} is not used: it ends the process if a text ends in the middle of a character (fmt 9).
std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t end = 0; end < size;) {
    const int32_t begin = end;
    UChar32 character = 0;
    U8_NEXT(text, end, size, character);
    quoted += Escaped(text.substr(begin, end - begin), character);
  }
  return quoted + '"';
}

}  // namespace voronka::process
