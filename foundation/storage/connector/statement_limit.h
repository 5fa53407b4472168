#pragma once

namespace voronka::storage {

// How long a statement may run: requests 30 seconds; migrations as long as they need.
enum class StatementLimit { kRequest, kNone };

}  // namespace voronka::storage
