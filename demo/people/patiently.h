#pragma once

#include <chrono>

#include "client/client.h"

namespace voronka::demo {

// For a call of a service that may just be starting.
inline constexpr client::CallOptions kPatiently{.timeout = std::chrono::seconds(15), .repeat = true};

}  // namespace voronka::demo
