#pragma once

#include <google/protobuf/message.h>

#include "foundation/rpc/calls/method_policy.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::rpc {

// Makes retries idempotent: each (account, caller, method, request_id) takes effect once, and its answer is kept for 72
// h. The key is written last, together with the answer. A duplicate does the work again and is rolled back when it
// reaches its key.
class RequestKey {
 public:
  // The policy must outlive the key.
  RequestKey(const Caller& caller, const MethodPolicy& policy, const google::protobuf::Message& request);

  // Call after everything else in the transaction. Waits for a duplicate that is running right now. Throws rpc::Error
  // if the request has already been answered; the transaction must then be rolled back. Secrets are not stored: a
  // replayed answer lacks them.
  void Keep(Session& session, const google::protobuf::Message& response) const;

  // Call after a transaction failed with an rpc::Error and was rolled back. Returns true if the request had been
  // answered before; `response` is then that answer. Waits for a duplicate that is running right now. Throws
  // INVALID_ARGUMENT (REQUEST_ID_REUSED) if the earlier request was a different one.
  bool Recall(storage::Connection& db, google::protobuf::Message& response) const;

  // Deletes up to `limit` answers older than 72 h; returns how many.
  static int64_t Forget(storage::Connection& db, int64_t now, int limit);

 private:
  const int64_t account_id_;
  const std::string caller_;
  const std::string& method_;
  const std::string request_id_;
  // SHA-256 of the request without its secrets.
  const std::string request_hash_;
};

}  // namespace voronka::rpc
