#pragma once

#include <functional>
#include <string>

#include "foundation/rpc/calls/session.h"

namespace voronka::distribution {

// Sessions in an account for work that no call asks for.
class AccountWork {
 public:
  explicit AccountWork(const rpc::SessionContext& session_context) : session_context_(session_context) {}

  // In a transaction. `cause` as `timer:offer`. The body may run more than once.
  void Run(storage::Connection& db, int64_t account_id, const std::string& cause,
           const std::function<void(rpc::Session&)>& body) const;
  // Reads only, without a transaction.
  void Read(storage::Connection& db, int64_t account_id, const std::string& cause,
            const std::function<void(rpc::Session&)>& body) const;
  // Microseconds since 1970, by the database's clock.
  int64_t Now() const { return session_context_.clock.NowMicros(); }

 private:
  const rpc::SessionContext& session_context_;
};

}  // namespace voronka::distribution
