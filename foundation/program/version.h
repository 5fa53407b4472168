#pragma once

#include <string_view>

namespace voronka::process {

// Of the whole product, as "0.1.0".
std::string_view Version();

}  // namespace voronka::process
