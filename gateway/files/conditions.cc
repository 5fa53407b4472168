#include "gateway/files/conditions.h"

#include "foundation/wire/trimmed.h"

namespace voronka::gateway {
namespace {

// Cuts the first item off the list.
std::string_view CutFirst(std::string_view& list, char separator) {
  const size_t end = list.find(separator);
  const std::string_view first = list.substr(0, end);
  list = end == std::string_view::npos ? std::string_view() : list.substr(end + 1);
  return wire::Trimmed(first);
}

// `q=0`, `q=0.00`.
bool IsRefusal(std::string_view weight) {
  return weight.starts_with("q=0") && weight.find_first_of("123456789") == std::string_view::npos;
}

std::string_view WithoutWeakness(std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; }

}  // namespace

bool TakesEncoding(std::string_view header, std::string_view encoding) {
  while (!header.empty()) {
    std::string_view item = CutFirst(header, ',');
    if (CutFirst(item, ';') == encoding) return !IsRefusal(wire::Trimmed(item));
  }
  return false;
}

bool NamesTag(std::string_view header, std::string_view tag) {
  while (!header.empty()) {
    const std::string_view item = CutFirst(header, ',');
    if (item == "*" || WithoutWeakness(item) == tag) return true;
  }
  return false;
}

}  // namespace voronka::gateway
