#pragma once

#include <cstdint>
#include <string>

#include "foundation/storage/connection.h"

namespace voronka::storage {

// A table with so few rows is changed in a fraction of a second even if that locks it. It lets migrations that lock
// serve for the small tables of a system, and for those that a new system has not filled yet: all that were written
// before the first release.
constexpr int64_t kSmallTableRows = 10'000;

// In the connection's schema. A table that does not exist is small.
bool IsSmall(Connection& db, const std::string& table);

// As InnoDB estimates. 0 if the table does not exist.
int64_t RowsAbout(Connection& db, const std::string& table);

}  // namespace voronka::storage
