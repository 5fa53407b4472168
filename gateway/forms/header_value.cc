#include "gateway/forms/header_value.h"

#include "foundation/wire/trimmed.h"
#include "gateway/http/lower_case.h"

namespace voronka::gateway {
namespace {

// Takes the part up to one of the characters off the front, and leaves that one.
std::string_view TakeUpTo(std::string_view& text, std::string_view ends) {
  const auto part = text.substr(0, text.find_first_of(ends));
  text.remove_prefix(part.size());
  return part;
}

bool EndsValue(std::string_view after_quote) {
  const auto rest = wire::Trimmed(after_quote);
  return rest.empty() || rest.front() == ';';
}

// After its first quote. A backslash is one, but before a quote or another: browsers write what people's files are
// called as it is.
std::string TakeQuoted(std::string_view& text) {
  std::string value;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"' && EndsValue(text.substr(i + 1))) {
      text.remove_prefix(i + 1);
      return value;
    }
    const bool escapes = text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\');
    value += escapes ? text[++i] : text[i];
  }
  text = {};
  return value;
}

// `text` begins with what follows a semicolon.
void TakeParameter(std::string_view& text, HeaderValue& header) {
  const std::string name = LowerCase(wire::Trimmed(TakeUpTo(text, "=;")));
  if (!text.starts_with('=')) return;
  text = wire::Trimmed(text.substr(1));
  std::string value;
  if (text.starts_with('"')) {
    text.remove_prefix(1);
    value = TakeQuoted(text);
  } else {
    value = wire::Trimmed(TakeUpTo(text, ";"));
  }
  if (!name.empty()) header.parameters.emplace(name, std::move(value));
}

}  // namespace

std::string HeaderValue::Parameter(const std::string& name) const {
  const auto found = parameters.find(name);
  return found == parameters.end() ? "" : found->second;
}

HeaderValue ParseHeaderValue(std::string_view text) {
  HeaderValue header;
  text = wire::Trimmed(text);
  // Some leave out the semicolon, and some put the same type twice.
  header.value = LowerCase(TakeUpTo(text, "; \t,"));
  while (!text.empty()) {
    text.remove_prefix(1);
    TakeParameter(text, header);
  }
  return header;
}

}  // namespace voronka::gateway
