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

// What clients tell a database server, by its general log. It knows the parameters of those statements alone that are
// prepared while it lives: the services are to be started after it.
class GeneralLog {
 public:
  explicit GeneralLog(const config::v1::Database& server);
  ~GeneralLog();
  GeneralLog(const GeneralLog&) = delete;
  GeneralLog& operator=(const GeneralLog&) = delete;

  // What was executed while the call ran on each connection that named the account, the shortest first: what commits by
  // itself on a connection of its own comes before the transaction, and not within it. Not what a service fetches for
  // several accounts. Throws std::runtime_error where the log holds what this cannot read.
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
