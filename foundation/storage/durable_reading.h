#pragma once

#include "foundation/storage/connection.h"

namespace voronka::storage {

// Returns when everything that this connection has read is durable. InnoDB shows a commit before its log is on disk, so
// a crash can take back a row that somebody has read; the log is written in order, so a later commit makes it durable.
// Needed before what another transaction wrote is promised to anybody, by a process that has committed nothing itself
// since it read it. Outside of transactions.
void MakeReadingDurable(Connection& db);

}  // namespace voronka::storage
