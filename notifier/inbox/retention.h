#pragma once

#include "foundation/storage/connection.h"

namespace voronka::notifier {

// Deletes a portion of the acknowledged notifications that are older than 90 days. True: there is more.
bool ForgetOldNotifications(storage::Connection& db, int64_t now);

}  // namespace voronka::notifier
