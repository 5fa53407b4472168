#pragma once

#include <grpcpp/server_context.h>

#include <string>

#include "foundation/process/log.h"
#include "foundation/rpc/calls/caller.h"

namespace voronka::rpc {

// A call or stream that did not end well.
struct FailedCall {
  const std::string& method;
  const Caller& caller;
  const std::string& request_id;
  // For example `ABORTED`.
  const std::string& code;
  double seconds;
  // What the caller is not told; empty if there is nothing.
  const std::string& hidden;
};

void LogFailure(process::Log& log, const FailedCall& call);

// The trace that the caller's metadata names; otherwise empty.
std::string TraceParentOf(const grpc::ServerContextBase& context);

}  // namespace voronka::rpc
