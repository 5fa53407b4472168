#include "gateway/http/trimmed.h"

#include <algorithm>

namespace voronka::gateway {

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  text.remove_prefix(std::min(text.size(), text.find_first_not_of(kBlanks)));
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

}  // namespace voronka::gateway
