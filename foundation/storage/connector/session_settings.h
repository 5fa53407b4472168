#pragma once

#include <cppconn/connection.h>

#include "foundation/storage/connector/statement_limit.h"

namespace voronka::storage {

void ApplySessionSettings(sql::Connection& connection, StatementLimit limit);

// Throw std::runtime_error where the server did not follow.
void CheckSessionSettings(sql::Connection& connection);
void CheckClock(sql::Connection& connection);
void CheckEncryption(sql::Connection& connection);

}  // namespace voronka::storage
