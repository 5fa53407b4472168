#pragma once

#include <cppconn/connection.h>

#include <memory>
#include <span>
#include <string_view>

#include "foundation/storage/connector/prepared_statement.h"
#include "foundation/storage/connector/statement_cache.h"
#include "foundation/storage/connector/statement_limit.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::storage {

// One connection to the server: from connecting, when its settings are made and checked, until it is lost. Throws
// sql::SQLException.
class Session {
 public:
  Session(const config::v1::Database& database, StatementLimit limit);

  Result Fetch(std::string_view sql, std::span<const Value> parameters) { return Prepared(sql).Fetch(parameters); }
  int64_t Change(std::string_view sql, std::span<const Value> parameters) { return Prepared(sql).Change(parameters); }
  void ExecuteUnprepared(std::string_view sql);

 private:
  PreparedStatement& Prepared(std::string_view sql);

  std::unique_ptr<sql::Connection> connection_;
  StatementCache<PreparedStatement> statements_;
};

}  // namespace voronka::storage
