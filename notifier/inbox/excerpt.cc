#include "notifier/inbox/excerpt.h"

namespace voronka::notifier {
namespace {

bool ContinuesCodePoint(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

bool IsSpace(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

std::string InOneLine(std::string_view text) {
  std::string line;
  for (const char byte : text) {
    if (!IsSpace(byte)) {
      line += byte;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

}  // namespace

std::string Excerpt(std::string_view text, size_t length) {
  std::string line = InOneLine(text);
  size_t code_points = 0;
  for (size_t i = 0; i < line.size(); ++i) {
    if (ContinuesCodePoint(line[i]) || ++code_points <= length) continue;
    line.resize(i);
    return line + "…";
  }
  return line;
}

}  // namespace voronka::notifier
