#pragma once

#include "foundation/storage/connection.h"
#include "foundation/storage/migration_report.h"
#include "foundation/storage/migration_statement.h"

namespace voronka::storage {

// Goes through the rows of a table in the order of its primary key and changes those of a portion at a time, each in a
// transaction of its own that takes about a fifth of a second, half a second at most. After a kill it begins anew: the
// statement must be safe to run again. What is done then is only read.
void ChangeInPortions(Connection& db, const MigrationStatement& statement, MigrationReport& report);

}  // namespace voronka::storage
