#pragma once

#include <string_view>

namespace voronka::security {

// Of everybody in the demo account. It is printed in the README, so it opens nothing from outside of the machine.
inline constexpr std::string_view kDemoPassword = "voronka-demo";
inline constexpr std::string_view kDemoAdmin = "admin@demo.voronka";

}  // namespace voronka::security
