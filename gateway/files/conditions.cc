#include "gateway/files/conditions.h"

namespace voronka::gateway {
namespace {

constexpr std::string_view kSpace = " \t";

std::string_view Trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

// Cuts the first item off the list.
std::string_view CutFirst(std::string_view& list, char separator) {
  const size_t end = list.find(separator);
  const std::string_view first = list.substr(0, end);
  list = end == std::string_view::npos ? std::string_view() : list.substr(end + 1);
  return Trimmed(first);
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
    if (CutFirst(item, ';') == encoding) return !IsRefusal(Trimmed(item));
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
