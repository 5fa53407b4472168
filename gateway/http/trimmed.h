#pragma once

#include <string_view>

namespace voronka::gateway {

// Without the spaces, tabs and ends of lines around it.
std::string_view Trimmed(std::string_view text);

}  // namespace voronka::gateway
