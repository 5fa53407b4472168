#pragma once

namespace voronka::storage {

// How long a statement may run: 30 seconds for requests, without limit for migrations.
enum class StatementLimit { kRequest, kNone };

}  // namespace voronka::storage
