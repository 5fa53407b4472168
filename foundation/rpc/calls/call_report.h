#pragma once

#include <grpcpp/server_context.h>

#include <string>

#include "foundation/process/log.h"
#include "foundation/rpc/calls/caller.h"

namespace voronka::rpc {

// A call, or a stream, that did not end well.
struct FailedCall {
  const std::string& method;
  const Caller& caller;
  const std::string& request_id;
  const std::string& traceparent;
  // As `ABORTED`.
  const std::string& code;
  double seconds;
  // What the caller is not told; empty where that is nothing.
  const std::string& hidden;
};

void LogFailure(process::Log& log, const FailedCall& call);

// The caller's trace, as its metadata names it; else empty.
std::string TraceParentOf(const grpc::ServerContextBase& context);

}  // namespace voronka::rpc
