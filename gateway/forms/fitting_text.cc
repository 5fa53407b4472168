#include "gateway/forms/fitting_text.h"

#include "foundation/rpc/requests/field_rules.h"
#include "foundation/rpc/requests/text_checks.h"

namespace voronka::gateway {
namespace {

constexpr std::string_view kCut = "…";

bool ContinuesCharacter(char byte) { return (byte & 0xC0) == 0x80; }

bool IsLine(char c) { return c == '\n' || c == '\t'; }

// In bytes.
size_t FirstCharacterOf(std::string_view text) {
  size_t size = 1;
  while (size < text.size() && ContinuesCharacter(text[size])) ++size;
  return size;
}

}  // namespace

std::string WithPlainLines(std::string_view text, bool multiline) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool is_pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (is_pair) continue;
    const char c = text[i] == '\r' ? '\n' : text[i];
    plain += IsLine(c) && !multiline ? ' ' : c;
  }
  return plain;
}

std::string WithoutControls(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    const auto character = text.substr(0, FirstCharacterOf(text));
    if (!rpc::HasForbiddenCharacters(character, true)) kept += character;
    text.remove_prefix(character.size());
  }
  return kept;
}

std::string CutTo(size_t characters, const std::string& text) {
  if (rpc::CodePoints(text) <= characters) return text;
  size_t end = 0;
  for (size_t kept = 1; kept < characters; ++kept) end += FirstCharacterOf(std::string_view(text).substr(end));
  return text.substr(0, end).append(kCut);
}

std::string CutToBytes(size_t bytes, const std::string& text) {
  if (text.size() <= bytes) return text;
  if (bytes < kCut.size()) return "";
  size_t end = bytes - kCut.size();
  while (end > 0 && ContinuesCharacter(text[end])) --end;
  return text.substr(0, end).append(kCut);
}

std::string FittingText(std::string_view text, const google::protobuf::FieldDescriptor& field) {
  const auto& rules = rpc::FieldRules::Of(field);
  return CutTo(rules.max_length, WithoutControls(WithPlainLines(text, rules.multiline)));
}

}  // namespace voronka::gateway
