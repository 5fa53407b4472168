#pragma once

#include <string>
#include <string_view>

namespace voronka::gateway {

// Of ASCII letters: names in HTTP are not case-sensitive.
std::string LowerCase(std::string_view text);

}  // namespace voronka::gateway
