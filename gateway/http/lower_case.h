#pragma once

#include <string>
#include <string_view>

namespace voronka::gateway {

// Of the letters of ASCII, in which names of HTTP are told apart without case.
std::string LowerCase(std::string_view text);

}  // namespace voronka::gateway
