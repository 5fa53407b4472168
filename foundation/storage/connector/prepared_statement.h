#pragma once

#include <cppconn/prepared_statement.h>

#include <deque>
#include <memory>
#include <span>
#include <sstream>

#include "foundation/storage/rows/row.h"

namespace voronka::storage {

// A statement that the server keeps ready. Throws sql::SQLException.
class PreparedStatement {
 public:
  explicit PreparedStatement(std::unique_ptr<sql::PreparedStatement> statement) : statement_(std::move(statement)) {}

  Result Fetch(std::span<const Value> parameters);
  // Returns the number of changed rows.
  int64_t Change(std::span<const Value> parameters);

 private:
  void Bind(std::span<const Value> parameters);

  // The connector reads the streams when it executes, and keeps their addresses: they live as long as what is bound.
  std::deque<std::istringstream> blobs_;
  std::unique_ptr<sql::PreparedStatement> statement_;
};

}  // namespace voronka::storage
