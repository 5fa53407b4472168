#pragma once

#include <string>
#include <string_view>

namespace voronka::gateway {

// What a person without a script sees after a form. `language`: `ru` or `en`. `site`: where they came from; anything
// but an address by http or https is not linked to.

std::string ThanksPage(const std::string& language, std::string_view site);
std::string RefusalPage(const std::string& language, std::string_view site, std::string_view text);

}  // namespace voronka::gateway
