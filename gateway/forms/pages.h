#pragma once

#include <string>
#include <string_view>

namespace voronka::gateway {

// What a person sees after a form that no script has sent. `language`: `ru` or `en`. `site`: where they came from; it
// is linked only if it is an http or https address.

std::string ThanksPage(const std::string& language, std::string_view site);
std::string RefusalPage(const std::string& language, std::string_view site, std::string_view text);

}  // namespace voronka::gateway
