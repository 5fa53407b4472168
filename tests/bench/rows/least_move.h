#pragma once

#include <string>

#include "foundation/storage/connection.h"
#include "tests/bench/floor/script.pb.h"

namespace voronka::bench {

// Floor A: the minimum work of a move. Locks the deal by its key, updates it, inserts a history row and an event,
// commits. Creates the tables that it needs besides the deals.
Script LeastMove(const std::string& method, storage::Connection& db);

}  // namespace voronka::bench
