#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/storage/rows/value.h"

namespace voronka::bench {

// As the database was told to execute it.
struct Statement {
  // With question marks in the places of the parameters.
  std::string sql;
  bool prepared = false;
  std::vector<storage::Value> parameters;
};

// What the question marks of `sql` stand for in `executed`, the text that the general log has of it. Nothing where that
// is another statement's text.
std::optional<std::vector<storage::Value>> Parameters(std::string_view sql, std::string_view executed);

}  // namespace voronka::bench
