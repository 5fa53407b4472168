#include "gateway/downloads/attachment_name.h"

#include <fmt/format.h>

namespace voronka::gateway {
namespace {

bool IsLetterOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool IsPlainInName(char c) { return IsLetterOrDigit(c) || c == '.' || c == '-' || c == '_'; }

}  // namespace

// As RFC 6266 wants it: a name for old programs, then the true one.
std::string AttachmentNamed(std::string_view name) {
  std::string plain;
  std::string encoded;
  for (const char c : name) {
    plain += IsPlainInName(c) || c == ' ' ? c : '_';
    encoded += IsPlainInName(c) ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}", plain, encoded);
}

}  // namespace voronka::gateway
