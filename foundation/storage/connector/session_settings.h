#pragma once

#include <cppconn/connection.h>

#include "foundation/storage/connector/statement_limit.h"

namespace voronka::storage {

void ApplySessionSettings(sql::Connection& connection, StatementLimit limit);

// These throw std::runtime_error if the server does not comply.
void CheckSessionSettings(sql::Connection& connection);
void CheckClock(sql::Connection& connection);
void CheckEncryption(sql::Connection& connection);

}  // namespace voronka::storage
