#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>

#include "foundation/rpc/calls/session.h"

namespace voronka::rpc {

// Sessions in an account for work that no call asks for. Their caller is the service itself.
class AccountWork {
 public:
  // `service`: as in Caller.
  AccountWork(const SessionContext& session_context, std::string service)
      : session_context_(session_context), service_(std::move(service)) {}

  // In a transaction. `cause` as `timer:offer`. The body may run more than once.
  void Run(storage::Connection& db, int64_t account_id, const std::string& cause,
           const std::function<void(Session&)>& body) const;
  // Reads only, without a transaction.
  void Read(storage::Connection& db, int64_t account_id, const std::string& cause,
            const std::function<void(Session&)>& body) const;
  // Microseconds since 1970, by the database's clock.
  int64_t Now() const { return session_context_.clock.NowMicros(); }

 private:
  Caller CallerIn(int64_t account_id) const;

  const SessionContext& session_context_;
  const std::string service_;
};

}  // namespace voronka::rpc
