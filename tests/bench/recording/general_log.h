#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "foundation/storage/connection.h"
#include "tests/bench/recording/statement.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::bench {

// What clients send to a database server, according to its general log. Parameters are known only for statements that
// are prepared while this object lives, so start the services after it.
class GeneralLog {
 public:
  explicit GeneralLog(const config::v1::Database& server);
  ~GeneralLog();
  GeneralLog(const GeneralLog&) = delete;
  GeneralLog& operator=(const GeneralLog&) = delete;

  // What was executed during the call on each connection that named the account, the shortest first: a statement that
  // commits by itself on its own connection comes before the transaction, not within it. Statements of a service for
  // several accounts are left out. Throws std::runtime_error if the log holds something that this cannot parse.
  std::vector<Statement> During(const std::function<void()>& call, int64_t account_id);

 private:
  struct Entry {
    int64_t connection;
    std::string command;
    std::string argument;
  };

  std::vector<Entry> ReadOn();
  Statement Read(const Entry& entry) const;
  std::vector<Statement> StatementsOf(int64_t connection, const std::vector<Entry>& entries) const;

  storage::Connection db_;
  int64_t read_ = 0;
  std::set<std::string> prepared_;
};

}  // namespace voronka::bench
