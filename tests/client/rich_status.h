#pragma once

#include <google/protobuf/message.h>
#include <google/protobuf/util/time_util.h>
#include <grpcpp/support/status.h>

#include <string>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace voronka::client {

// An error in the services' format, with details.
template <class... Details>
grpc::Status RichStatus(grpc::StatusCode code, const std::string& message, const Details&... details) {
  google::rpc::Status status;
  status.set_code(code);
  status.set_message(message);
  (status.add_details()->PackFrom(details), ...);
  return {code, message, status.SerializeAsString()};
}

inline google::rpc::ErrorInfo Reason(const std::string& reason) {
  google::rpc::ErrorInfo info;
  info.set_reason(reason);
  info.set_domain("voronka");
  return info;
}

inline google::rpc::RetryInfo RetryAfterMillis(int millis) {
  google::rpc::RetryInfo retry;
  *retry.mutable_retry_delay() = google::protobuf::util::TimeUtil::MillisecondsToDuration(millis);
  return retry;
}

}  // namespace voronka::client
