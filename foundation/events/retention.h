#pragma once

#include "foundation/storage/connection.h"

namespace voronka::events {

// Deletes, one portion per partition, entries that have been in the log for 30 days, and the heartbeats of readers that
// are gone. Whoever has not read an entry by then has to list everything again. True: there is more to delete.
bool ForgetOldEvents(storage::Connection& db, int64_t now);

}  // namespace voronka::events
