#include "client/call_failed.h"

#include <fmt/format.h>

#include <algorithm>

#include "client/status_name.h"
#include "google/rpc/status.pb.h"

namespace voronka::client {
namespace {

// A longer delay could overflow the clocks that it is added to.
constexpr std::chrono::seconds kMaxDelay = std::chrono::days(1);

std::chrono::milliseconds DelayOf(const google::rpc::RetryInfo& retry) {
  using std::chrono::milliseconds;
  const std::chrono::nanoseconds fraction(retry.retry_delay().nanos());
  const std::chrono::seconds seconds(std::clamp<int64_t>(retry.retry_delay().seconds(), 0, kMaxDelay.count()));
  return std::max(milliseconds(0), std::chrono::duration_cast<milliseconds>(seconds + fraction));
}

google::rpc::Status DetailsOf(const grpc::Status& status) {
  google::rpc::Status details;
  details.ParseFromString(status.error_details());
  return details;
}

}  // namespace

CallFailed::CallFailed(const google::protobuf::MethodDescriptor& method, const grpc::Status& status)
    : method_(&method), code_(status.error_code()), message_(status.error_message()) {
  const google::rpc::Status details = DetailsOf(status);
  for (const google::protobuf::Any& detail : details.details()) Read(detail);
  summary_ = Summary();
}

std::string CallFailed::Summary() const {
  std::string summary = fmt::format("{}: {}", method_->full_name(), StatusName(code_));
  if (!reason().empty()) summary += fmt::format(" {}", reason());
  summary += fmt::format(": {}", message_);
  for (const auto& violation : field_violations()) {
    summary += fmt::format("; {} {}: {}", violation.field(), violation.reason(), violation.description());
  }
  for (const auto& violation : precondition_violations()) {
    summary += fmt::format("; {} {}: {}", violation.subject(), violation.type(), violation.description());
  }
  return summary;
}

void CallFailed::Read(const google::protobuf::Any& detail) {
  google::rpc::RetryInfo retry;
  if (detail.UnpackTo(&retry)) {
    retry_delay_ = DelayOf(retry);
    return;
  }
  detail.UnpackTo(&info_) || detail.UnpackTo(&bad_request_) || detail.UnpackTo(&precondition_) ||
      detail.UnpackTo(&localized_);
}

const std::string& CallFailed::localized_message() const {
  return localized_.message().empty() ? message_ : localized_.message();
}

std::string CallFailed::metadata(const std::string& name) const {
  const auto found = info_.metadata().find(name);
  return found == info_.metadata().end() ? std::string() : found->second;
}

std::map<std::string, std::string> CallFailed::metadata() const {
  return {info_.metadata().begin(), info_.metadata().end()};
}

}  // namespace voronka::client
