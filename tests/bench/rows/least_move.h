#pragma once

#include <string>

#include "foundation/storage/connection.h"
#include "tests/bench/floor/script.pb.h"

namespace voronka::bench {

// Floor A: the least that a move can be. Locks the deal by its key, updates it, inserts a row of its history and an
// event, commits. Makes the tables that it needs beside that of the deals.
Script LeastMove(const std::string& method, storage::Connection& db);

}  // namespace voronka::bench
