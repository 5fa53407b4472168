#include "gateway/forms/transfer_encoding.h"

#include <algorithm>
#include <optional>

#include "foundation/rpc/requests/text_encoding.h"
#include "foundation/security/base64url.h"
#include "gateway/dialects/percent_encoding.h"
#include "gateway/http/lower_case.h"

namespace voronka::gateway {
namespace {

// Nothing: it is not base64.
std::optional<std::string> FromBase64(std::string_view content) {
  std::string text(content);
  std::erase_if(text, [](char c) { return c == '\r' || c == '\n' || c == ' ' || c == '='; });
  std::ranges::replace(text, '+', '-');
  std::ranges::replace(text, '/', '_');
  try {
    return security::DecodeBase64Url(text);
  } catch (const security::InvalidBase64&) {
    return std::nullopt;
  }
}

// Where a line break follows the sign, the line goes on.
std::string FromQuotedPrintable(std::string_view content) {
  std::string text;
  while (!content.empty()) {
    const bool is_break = content.starts_with("=\r\n") || content.starts_with("=\n");
    std::string escape(content.substr(0, 3));
    escape.front() = '%';
    const std::string escaped = PercentDecoded(escape);
    const bool is_escape = content.front() == '=' && !is_break && escaped.size() == 1 && content.size() > 2;
    if (is_escape) text += escaped;
    if (!is_escape && !is_break) text += content.front();
    content.remove_prefix(is_break ? content.find('\n') + 1 : is_escape ? 3 : 1);
  }
  return text;
}

// Of `charset?B?text`.
std::optional<std::string> Word(std::string_view word) {
  const size_t charset = word.find('?');
  if (charset == std::string_view::npos || word.size() < charset + 3 || word[charset + 2] != '?') return std::nullopt;
  const char encoding = word[charset + 1];
  std::string text(word.substr(charset + 3));
  if (encoding == 'B' || encoding == 'b') {
    const auto bytes = FromBase64(text);
    return bytes ? std::optional(rpc::TextOf(*bytes, word.substr(0, charset))) : std::nullopt;
  }
  if (encoding != 'Q' && encoding != 'q') return std::nullopt;
  std::ranges::replace(text, '_', ' ');
  return rpc::TextOf(FromQuotedPrintable(text), word.substr(0, charset));
}

}  // namespace

std::string TransferDecoded(std::string_view content, std::string_view encoding) {
  const std::string name = LowerCase(encoding);
  if (name == "quoted-printable") return FromQuotedPrintable(content);
  if (name == "base64") return FromBase64(content).value_or(std::string(content));
  return std::string(content);
}

std::string WordsDecoded(std::string_view name) {
  std::string decoded;
  for (size_t begin = name.find("=?"); begin != std::string_view::npos; begin = name.find("=?")) {
    // After the charset and the letter: the text of a word has no question mark.
    size_t end = name.find('?', begin + 2);
    if (end != std::string_view::npos) end = name.find('?', end + 1);
    if (end != std::string_view::npos) end = name.find("?=", end + 1);
    if (end == std::string_view::npos) break;
    const auto word = Word(name.substr(begin + 2, end - begin - 2));
    decoded += name.substr(0, begin);
    decoded += word.value_or(std::string(name.substr(begin, end + 2 - begin)));
    name.remove_prefix(end + 2);
  }
  return decoded.append(name);
}

}  // namespace voronka::gateway
