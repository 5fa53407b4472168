#include "gateway/forms/part_headers.h"

#include <utility>

#include "gateway/forms/take_line.h"
#include "gateway/http/lower_case.h"

namespace voronka::gateway {
namespace {

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
