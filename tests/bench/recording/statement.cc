#include "tests/bench/recording/statement.h"

#include <algorithm>
#include <charconv>

namespace voronka::bench {
namespace {

using storage::Bytes;
using storage::Value;

constexpr std::string_view kNull = "NULL";
// The log shows a byte that is not valid UTF-8 as `\\xE9`.
constexpr std::string_view kForeignByte = R"(\\x)";

// Serialised messages and hashes contain bytes that no text has.
bool IsText(std::string_view content) {
  return std::ranges::none_of(content, [](unsigned char c) { return c < ' ' && c != '\n' && c != '\t'; });
}

bool Skip(std::string_view& text, std::string_view expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(expected.size());
  return true;
}

char Unescaped(char escape) {
  switch (escape) {
    case '0':
      return '\0';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'Z':
      return '\x1a';
    default:
      return escape;
  }
}

char ReadForeignByte(std::string_view& text) {
  unsigned byte = 0;
  std::from_chars(text.data(), text.data() + 2, byte, 16);
  text.remove_prefix(2);
  return static_cast<char>(byte);
}

char ReadEscape(std::string_view& text) {
  const char escape = text.front();
  text.remove_prefix(1);
  return Unescaped(escape);
}

Value ReadQuoted(std::string_view& text) {
  std::string content;
  bool foreign = false;
  while (!text.empty() && !Skip(text, "'")) {
    if (Skip(text, kForeignByte)) {
      foreign = true;
      content += ReadForeignByte(text);
    } else if (Skip(text, "\\")) {
      content += ReadEscape(text);
    } else {
      content += text.front();
      text.remove_prefix(1);
    }
  }
  return foreign || !IsText(content) ? Value(Bytes{content}) : Value(content);
}

std::optional<Value> ReadLiteral(std::string_view& text) {
  if (Skip(text, kNull)) return Value();
  if (Skip(text, "'")) return ReadQuoted(text);
  int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(end - text.data());
  return Value(number);
}

}  // namespace

std::optional<std::vector<Value>> Parameters(std::string_view sql, std::string_view executed) {
  std::vector<Value> parameters;
  for (;;) {
    const size_t mark = std::min(sql.find('?'), sql.size());
    if (!Skip(executed, sql.substr(0, mark))) return std::nullopt;
    if (mark == sql.size()) break;
    const auto parameter = ReadLiteral(executed);
    if (!parameter) return std::nullopt;
    parameters.push_back(*parameter);
    sql.remove_prefix(mark + 1);
  }
  return executed.empty() ? std::optional(parameters) : std::nullopt;
}

std::vector<std::string> WithoutAsking(std::vector<std::string> texts) {
  const size_t count = texts.size();
  if (count > 1 && texts[count - 2] == "COMMIT" && texts[count - 1] == "SELECT LAST_INSERT_ID()") texts.pop_back();
  return texts;
}

}  // namespace voronka::bench
