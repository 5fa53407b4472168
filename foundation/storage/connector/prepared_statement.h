#pragma once

#include <cppconn/prepared_statement.h>

#include <deque>
#include <memory>
#include <span>
#include <sstream>

#include "foundation/storage/rows/row.h"

namespace voronka::storage {

// A statement prepared on the server. Throws sql::SQLException.
class PreparedStatement {
 public:
  explicit PreparedStatement(std::unique_ptr<sql::PreparedStatement> statement) : statement_(std::move(statement)) {}

  Result Fetch(std::span<const Value> parameters);
  // Returns the number of changed rows.
  int64_t Change(std::span<const Value> parameters);

 private:
  void Bind(std::span<const Value> parameters);

  // The connector keeps the streams' addresses and reads them when it executes: they must live as long as the binding.
  std::deque<std::istringstream> blobs_;
  std::unique_ptr<sql::PreparedStatement> statement_;
};

}  // namespace voronka::storage
