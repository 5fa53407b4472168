#pragma once

#include <string>
#include <string_view>

namespace voronka::crm {

// Of a file, by its first bytes. The name only tells apart what is packed alike: `.docx` of other archives. What a
// browser would run, such as HTML and SVG, is text like any other.
std::string MediaTypeOf(std::string_view beginning, std::string_view name);

}  // namespace voronka::crm
