#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/storage/rows/value.h"

namespace voronka::bench {

// As the database executed it.
struct Statement {
  // With question marks in place of the parameters.
  std::string sql;
  bool prepared = false;
  std::vector<storage::Value> parameters;
};

// The values of the question marks of `sql` in `executed`, its text in the general log. Nothing if that is the text of
// another statement.
std::optional<std::vector<storage::Value>> Parameters(std::string_view sql, std::string_view executed);

// The texts of a call's statements without the question, after its commit, how far the event log may be served. It is
// up to chance whether a service asks: it does not while another commit asks, or while the log's tail is looking
// anyway.
std::vector<std::string> WithoutAsking(std::vector<std::string> texts);

}  // namespace voronka::bench
