#pragma once

#include <cstdint>

#include "foundation/storage/connection.h"

namespace voronka::events {

// How many events this log has ever had, in all partitions.
int64_t HeadCount(storage::Connection& db);

}  // namespace voronka::events
