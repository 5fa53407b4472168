#include "foundation/rpc/calls/call_report.h"

#include <iterator>
#include <vector>

#include "foundation/process/trace_context.h"

namespace voronka::rpc {

void LogFailure(process::Log& log, const FailedCall& call) {
  const std::vector<process::LogField> fields = {{"method", call.method},
                                                 {"code", call.code},
                                                 {"account", call.caller.account_id},
                                                 {"caller", call.caller.Name()},
                                                 {"request_id", call.request_id},
                                                 {"seconds", call.seconds},
                                                 {"error", call.hidden}};
  call.hidden.empty() ? log.Info("call refused", fields) : log.Error("call failed", fields);
}

std::string TraceParentOf(const grpc::ServerContextBase& context) {
  const auto [first, last] = context.client_metadata().equal_range(process::kTraceParent);
  // Of several, none can be the right one.
  if (first == last || std::next(first) != last) return "";
  return {first->second.data(), first->second.size()};
}

}  // namespace voronka::rpc
