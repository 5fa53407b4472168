#pragma once

#include <string>
#include <string_view>

namespace voronka::gateway {

// The replacement for what is no text, as UTF-8.
inline constexpr std::string_view kNoText = "\xEF\xBF\xBD";

// As UTF-8. `charset` names one of those that pages are written in, in whatever case; another or none is UTF-8, but for
// what cannot be that and comes unnamed: pages that do not say their charset are old ones in windows-1251.
std::string TextOf(std::string_view bytes, std::string_view charset);

}  // namespace voronka::gateway
