#pragma once

#include "foundation/storage/connection.h"

namespace voronka::storage {

// Returns once everything that this connection has read is durable. InnoDB shows a commit before its log is on disk, so
// a crash can take back a row that somebody has already read. The log is written in order, so a later commit makes the
// row durable. Call it before telling anybody what another transaction wrote, unless this process has committed
// something itself since it read that. Not inside a transaction.
void MakeReadingDurable(Connection& db);

}  // namespace voronka::storage
