#pragma once

#include <google/protobuf/message.h>

#include "foundation/rpc/calls/method_policy.h"
#include "foundation/rpc/calls/session.h"

namespace voronka::rpc {

// A retry never doubles: each (account, caller, method, request_id) takes effect once, and its answer is kept for 72 h.
// The key is written last, with the answer. A duplicate does the work again, and is undone when it comes to its key.
class RequestKey {
 public:
  // The policy must outlive it.
  RequestKey(const Caller& caller, const MethodPolicy& policy, const google::protobuf::Message& request);

  // After everything else in the transaction. Waits for a duplicate that runs at this moment; throws rpc::Error where
  // the request has been answered: the transaction has to be undone. Secrets are not kept: a repeated answer lacks
  // them.
  void Keep(Session& session, const google::protobuf::Message& response) const;

  // Whenever a transaction failed with an rpc::Error, and was undone: true: the request was answered before, `response`
  // is that answer. Waits for a duplicate that runs at this moment. Throws INVALID_ARGUMENT (REQUEST_ID_REUSED) when
  // the request was another one.
  bool Recall(storage::Connection& db, google::protobuf::Message& response) const;

  // Forgets up to `limit` answers that are older than 72 h; returns how many.
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
