#include "gateway/forms/header_value.h"

#include <algorithm>

#include "gateway/http/lower_case.h"

namespace voronka::gateway {
namespace {

constexpr std::string_view kBlank = " \t";
// Browsers write boundaries without quotes, some programs names too: all that can be read without doubt is.
constexpr std::string_view kEndsWord = " \t;\"";

bool IsControl(char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }

// Reads a header from its beginning on.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }

  void SkipBlanks() { rest_.remove_prefix(std::min(rest_.size(), rest_.find_first_not_of(kBlank))); }

  bool Skip(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // Up to what ends a word, or `end`.
  std::string_view Word(char end) {
    size_t size = 0;
    while (size < rest_.size() && rest_[size] != end && kEndsWord.find(rest_[size]) == std::string_view::npos) ++size;
    const auto word = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return word;
  }

  // After its first quote. A backslash is one, but before a quote or another: browsers write what people's files are
  // called as it is.
  std::optional<std::string> Quoted() {
    std::string text;
    for (size_t i = 0; i < rest_.size(); ++i) {
      if (rest_[i] == '"') {
        rest_.remove_prefix(i + 1);
        return text;
      }
      const bool escapes = rest_[i] == '\\' && i + 1 < rest_.size() && (rest_[i + 1] == '"' || rest_[i + 1] == '\\');
      text += escapes ? rest_[++i] : rest_[i];
    }
    return std::nullopt;
  }

 private:
  std::string_view rest_;
};

// False where the header is not of the form.
bool ReadParameter(Reader& reader, HeaderValue& header) {
  const std::string name = LowerCase(reader.Word('='));
  if (name.empty() || !reader.Skip('=')) return false;
  if (!reader.Skip('"')) return header.parameters.emplace(name, reader.Word(';')).second;
  auto text = reader.Quoted();
  return text && header.parameters.emplace(name, *std::move(text)).second;
}

}  // namespace

std::optional<HeaderValue> ParseHeaderValue(std::string_view text) {
  if (std::ranges::any_of(text, [](char c) { return IsControl(c) && c != '\t'; })) return std::nullopt;
  Reader reader(text);
  HeaderValue header;
  reader.SkipBlanks();
  header.value = LowerCase(reader.Word(';'));
  if (header.value.empty()) return std::nullopt;
  for (reader.SkipBlanks(); !reader.at_end(); reader.SkipBlanks()) {
    if (!reader.Skip(';')) return std::nullopt;
    reader.SkipBlanks();
    // Some put a semicolon after the last one.
    if (!reader.at_end() && !ReadParameter(reader, header)) return std::nullopt;
  }
  return header;
}

}  // namespace voronka::gateway
