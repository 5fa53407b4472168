#pragma once

#include <google/protobuf/message.h>

#include "foundation/rpc/method_policy.h"
#include "foundation/rpc/session.h"

namespace voronka::rpc {

// A retry never doubles: each (account, caller, method, request_id) takes effect once, and its answer is kept for 72 h.
class RequestKey {
 public:
  RequestKey(Session& session, const MethodPolicy& policy, const google::protobuf::Message& request);

  // Before anything else in the transaction. True: it was answered before, `response` is that answer. A duplicate that
  // runs at the same moment waits here. Throws INVALID_ARGUMENT (REQUEST_ID_REUSED) when the request was another one.
  bool Claim(google::protobuf::Message& response);
  // After everything else. Secrets are not kept: a repeated answer lacks them.
  void Keep(const google::protobuf::Message& response);

  // Forgets up to `limit` answers that are older than 72 h; returns how many.
  static int64_t Forget(storage::Connection& db, int64_t now, int limit);

 private:
  Session& session_;
  const std::string& method_;
  const std::string caller_;
  const std::string request_id_;
  // SHA-256 of the request without its secrets.
  const std::string request_hash_;
};

}  // namespace voronka::rpc
