#pragma once

#include <string_view>

namespace voronka::gateway {

// Of a file's extension, as `.html`.
std::string_view MediaTypeOf(std::string_view extension);

}  // namespace voronka::gateway
