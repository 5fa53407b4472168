#include "gateway/dialects/refusals.h"

#include "foundation/rpc/calls/status.h"

namespace voronka::gateway {

Refused Malformed(const std::string& what) {
  return Refused(rpc::ToStatus(
      rpc::Error(rpc::Code::kInvalidArgument, {"UNPARSABLE", "", {what, "Запрос не разобрать: " + what}}), "en"));
}

Refused Unimplemented(const std::string& what) { return Refused(grpc::Status(grpc::StatusCode::UNIMPLEMENTED, what)); }

}  // namespace voronka::gateway
