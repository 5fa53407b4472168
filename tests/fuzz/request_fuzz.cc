#include "foundation/rpc/calls/status.h"
#include "foundation/rpc/requests/validation.h"
#include "google/rpc/status.pb.h"
#include "tests/fuzz/named_message.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

// The limit of gRPC clients for trailing metadata.
constexpr size_t kLargestDetails = size_t{8} * 1024;

void CheckStatus(const rpc::Violations& violations, const std::string& locale) {
  const grpc::Status status = rpc::ToStatus({rpc::Code::kInvalidArgument, violations.all()}, locale);
  Require(status.error_details().size() <= kLargestDetails, "a refusal reaches its caller");
  google::rpc::Status details;
  Require(details.ParseFromString(status.error_details()), "a caller can read why");
}

}  // namespace

void Check(const std::string& input) {
  const auto request = NamedMessage(input);
  if (!request) return;
  rpc::Violations violations;
  rpc::Validate(*request, violations);
  if (violations.empty()) return;
  CheckStatus(violations, "en");
  CheckStatus(violations, "ru");
}

}  // namespace voronka::fuzz
