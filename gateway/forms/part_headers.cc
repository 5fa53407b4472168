#include "gateway/forms/part_headers.h"

#include <utility>

#include "gateway/http/lower_case.h"

namespace voronka::gateway {
namespace {

// Off the front, without its end.
std::string_view TakeLine(std::string_view& text) {
  const size_t end = text.find('\n');
  auto line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string NameOf(std::string_view line) {
  std::string name = LowerCase(line.substr(0, line.find(':')));
  while (name.ends_with(' ')) name.pop_back();
  return name;
}

}  // namespace

PartHeaders::PartHeaders(std::string_view head) {
  std::string* last = nullptr;
  while (!head.empty()) {
    const auto line = TakeLine(head);
    const bool goes_on = line.starts_with(' ') || line.starts_with('\t');
    if (goes_on && last != nullptr) last->append(line);
    if (goes_on || line.find(':') == std::string_view::npos) continue;
    const auto [at, is_new] = lines_.emplace(NameOf(line), line.substr(line.find(':') + 1));
    last = is_new ? &at->second : nullptr;
  }
}

HeaderValue PartHeaders::Get(const std::string& name) const {
  const auto found = lines_.find(name);
  return found == lines_.end() ? HeaderValue() : ParseHeaderValue(found->second);
}

}  // namespace voronka::gateway
