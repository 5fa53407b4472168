#include "gateway/http/language.h"

#include <string_view>

#include "gateway/http/lower_case.h"

namespace voronka::gateway {
namespace {

// Of `en-GB;q=0.8`.
std::string Primary(std::string_view item) {
  while (item.starts_with(' ')) item.remove_prefix(1);
  return LowerCase(item.substr(0, item.find_first_of("-; ")));
}

}  // namespace

std::string LanguageOf(const Request& request) {
  std::string_view rest = HeaderOf(request, "accept-language");
  while (!rest.empty()) {
    const size_t comma = rest.find(',');
    const std::string language = Primary(rest.substr(0, comma));
    if (language == "ru" || language == "en") return language;
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
  }
  return "ru";
}

}  // namespace voronka::gateway
