#pragma once

#include <string>

#include "foundation/storage/connection.h"
#include "foundation/storage/errors.h"
#include "foundation/storage/migration_report.h"

namespace voronka::storage {

// Runs a statement that changes the shape of a table, as soon as nobody else uses that table for a moment. It waits for
// that moment for a quarter of a second at a time, so nobody waits for it longer.
void ChangeShape(const config::v1::Database& database, Connection& db, const std::string& sql, MigrationReport& report);

// Whether MariaDB refused ALGORITHM=… or LOCK=NONE because the table would have to be locked or copied.
bool IsRefusedUnlocked(const DatabaseError& error);

}  // namespace voronka::storage
