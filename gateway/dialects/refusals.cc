#include "gateway/dialects/refusals.h"

#include "foundation/rpc/calls/status.h"

namespace voronka::gateway {

grpc::Status Refused::StatusIn(const std::string& locale) const {
  return error_ ? rpc::ToStatus(*error_, locale) : status_;
}

Refused Malformed(const std::string& what) { return Malformed("", {what, "Запрос не разобрать: " + what}); }

Refused Malformed(const std::string& field, rpc::Text text) {
  return Refused(rpc::Error(rpc::Code::kInvalidArgument, {"UNPARSABLE", field, std::move(text)}));
}

Refused Unimplemented(const std::string& what) { return Refused(grpc::Status(grpc::StatusCode::UNIMPLEMENTED, what)); }

}  // namespace voronka::gateway
