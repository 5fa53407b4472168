#pragma once

#include "foundation/storage/connection.h"

namespace voronka::events {

// Deletes, a portion of each partition, what has been in the log for 30 days: whoever has not read it by then lists
// anew. And the heartbeats of readers that are gone. True: there is more.
bool ForgetOldEvents(storage::Connection& db, int64_t now);

}  // namespace voronka::events
