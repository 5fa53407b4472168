#pragma once

#include <string_view>

namespace voronka::process {

// The version of the whole product, for example "0.1.0".
std::string_view Version();

}  // namespace voronka::process
