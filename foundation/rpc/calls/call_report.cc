#include "foundation/rpc/calls/call_report.h"

#include <vector>

namespace voronka::rpc {

void LogFailure(process::Log& log, const FailedCall& call) {
  const std::vector<process::LogField> fields = {{"method", call.method},
                                                 {"code", call.code},
                                                 {"account", call.caller.account_id},
                                                 {"caller", call.caller.Name()},
                                                 {"request_id", call.request_id},
                                                 {"traceparent", call.traceparent},
                                                 {"seconds", call.seconds},
                                                 {"error", call.hidden}};
  call.hidden.empty() ? log.Info("call refused", fields) : log.Error("call failed", fields);
}

std::string TraceParentOf(const grpc::ServerContextBase& context) {
  const auto found = context.client_metadata().find("traceparent");
  return found == context.client_metadata().end() ? "" : std::string(found->second.data(), found->second.size());
}

}  // namespace voronka::rpc
