#pragma once

#include <string>
#include <string_view>

namespace voronka::gateway {

// The replacement for what is no text, as UTF-8.
inline constexpr std::string_view kNoText = "\xEF\xBF\xBD";

// As UTF-8. `charset` names one of those that pages are written in, in whatever spelling; another or none is UTF-8.
// What cannot be what it is said to be is taken for what it is: UTF-8 that comes as windows-1251 (scripts send so
// whatever the page is in), and windows-1251 that comes as UTF-8 or unnamed (pages that do not say their charset are
// old ones).
std::string TextOf(std::string_view bytes, std::string_view charset);

// It names one of those that pages are written in besides UTF-8.
bool IsCharset(std::string_view name);

bool IsUtf8(std::string_view bytes);

// A whole body as bytes of UTF-8 where it is UTF-16, else as it is; without a mark of the byte order.
std::string WithoutUtf16(std::string_view body);

}  // namespace voronka::gateway
