#pragma once

#include <chrono>

#include "client/client.h"

namespace voronka::demo {

// For calling a service that may still be starting.
inline constexpr client::CallOptions kPatientCall{.timeout = std::chrono::seconds(15), .repeat = true};

}  // namespace voronka::demo
