#pragma once

#include <algorithm>
#include <string_view>

namespace voronka::wire {

// Without the spaces, tabs and ends of lines around it.
inline std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  text.remove_prefix(std::min(text.size(), text.find_first_not_of(kBlanks)));
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

}  // namespace voronka::wire
