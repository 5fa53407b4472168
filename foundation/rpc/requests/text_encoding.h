#pragma once

#include <string>
#include <string_view>

namespace voronka::rpc {

// Replaces what is not text, in UTF-8.
inline constexpr std::string_view kNoText = "\xEF\xBF\xBD";

// As UTF-8. `charset` names one of those that pages are written in, in any spelling; another or none is UTF-8. A wrong
// charset is corrected: UTF-8 that is declared as windows-1251 (scripts send UTF-8 whatever the page is in), and
// windows-1251 that is declared as UTF-8 or not at all (pages without a charset are old ones).
std::string TextOf(std::string_view bytes, std::string_view charset);

// Whether it is a charset of pages besides UTF-8.
bool IsCharset(std::string_view name);

bool IsUtf8(std::string_view bytes);

// A whole body, converted to UTF-8 if it is UTF-16; without a byte order mark.
std::string WithoutUtf16(std::string_view body);

}  // namespace voronka::rpc
