#include "gateway/http/body_limits.h"

#include <algorithm>
#include <string_view>

#include "gateway/http/lower_case.h"

namespace voronka::gateway {
namespace {

constexpr std::string_view kScheme = "bearer ";

bool IsBase64Url(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

// The next part of a token, up to a dot or the end, is removed from `text`; false: it is empty.
bool TakePart(std::string_view& text) {
  const size_t length = std::ranges::find_if_not(text, IsBase64Url) - text.begin();
  text.remove_prefix(length);
  return length > 0;
}

bool TakeDot(std::string_view& text) {
  if (!text.starts_with('.')) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

bool BringsToken(const Request& head) {
  std::string_view text = HeaderOf(head, "authorization");
  if (LowerCase(text.substr(0, kScheme.size())) != kScheme) return false;
  text.remove_prefix(kScheme.size());
  return TakePart(text) && TakeDot(text) && TakePart(text) && TakeDot(text) && TakePart(text) && text.empty();
}

}  // namespace voronka::gateway
