#pragma once

#include <cppconn/connection.h>

#include "foundation/storage/connector/statement_limit.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::storage {

// Throws std::invalid_argument if the configuration would send data in clear text over a network.
sql::ConnectOptionsMap ConnectOptions(const config::v1::Database& database, StatementLimit limit);

bool NeedsEncryption(const config::v1::Database& database);

}  // namespace voronka::storage
