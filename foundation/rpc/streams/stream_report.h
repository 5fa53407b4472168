#pragma once

#include <grpcpp/server_context.h>

#include <chrono>
#include <optional>
#include <string>

#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "foundation/process/span.h"
#include "foundation/rpc/calls/caller.h"
#include "foundation/rpc/calls/method_policy.h"

namespace voronka::rpc {

// One stream in the metrics and the log. It is open as long as this object lives, then counted by how it ended, like a
// call.
class StreamReport {
 public:
  StreamReport(process::Log& log, process::Metrics& metrics, const MethodPolicy& policy,
               const grpc::ServerContextBase& context);
  ~StreamReport() { open_.Decrement(); }
  StreamReport(const StreamReport&) = delete;
  StreamReport& operator=(const StreamReport&) = delete;

  // The reader, as far as it is known.
  Caller caller;

  // Call once. `code` is for example `UNAVAILABLE`; `hidden` is what the reader is not told.
  void End(const std::string& code, const std::string& hidden);

 private:
  process::Log& log_;
  process::Metrics& metrics_;
  const MethodPolicy& policy_;
  prometheus::Gauge& open_;
  // The reader's, for the log.
  std::optional<process::Trace> trace_;
  const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace voronka::rpc
