#include "gateway/forms/take_line.h"

namespace voronka::gateway {

std::string_view TakeLine(std::string_view& text) {
  const size_t end = text.find('\n');
  auto line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace voronka::gateway
