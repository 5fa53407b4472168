#pragma once

#include "foundation/storage/connection.h"

namespace voronka::notifier {

// Deletes acknowledged notifications that are older than 90 days.
void ForgetOldNotifications(storage::Connection& db, int64_t now);

}  // namespace voronka::notifier
