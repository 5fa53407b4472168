#pragma once

#include <cppconn/connection.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/resultset.h>

#include <deque>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "tests/bench/floor/invocation.h"
#include "tests/bench/floor/script.pb.h"

namespace voronka::bench {

// A prepared statement of a script, directly on the connector. Throws sql::SQLException.
class BareStatement {
 public:
  // `step` must outlive it.
  BareStatement(sql::Connection& connection, const Step& step);

  // Stores in the invocation those columns that a later step needs.
  void Execute(Invocation& invocation);

 private:
  void Bind(const Invocation& invocation);
  void Fetch(Invocation& invocation);
  void FindColumns(sql::ResultSet& rows);

  const Step& step_;
  // The connector reads them when it executes.
  std::deque<std::istringstream> blobs_;
  const std::unique_ptr<sql::PreparedStatement> statement_;
  const bool reads_;

  struct ReadColumn {
    std::string name;
    unsigned position;
    bool is_number;
  };
  std::optional<std::vector<ReadColumn>> columns_;
};

}  // namespace voronka::bench
