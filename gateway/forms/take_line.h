#pragma once

#include <string_view>

namespace voronka::gateway {

// Takes the first line off the front, and returns it without its end.
std::string_view TakeLine(std::string_view& text);

}  // namespace voronka::gateway
