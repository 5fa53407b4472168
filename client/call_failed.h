#pragma once

#include <google/protobuf/any.pb.h>
#include <google/protobuf/descriptor.h>
#include <grpcpp/support/status.h>

#include <chrono>
#include <exception>
#include <map>
#include <optional>
#include <string>

#include "google/rpc/error_details.pb.h"

namespace voronka::client {

// A call that was answered with an error or not at all, with everything that the server said about it.
class CallFailed : public std::exception {
 public:
  CallFailed(const google::protobuf::MethodDescriptor& method, const grpc::Status& status);

  // Everything in one line.
  const char* what() const noexcept override { return summary_.c_str(); }

  const google::protobuf::MethodDescriptor& method() const { return *method_; }
  grpc::StatusCode code() const { return code_; }
  // In English.
  const std::string& message() const { return message_; }
  // In the caller's language; in English if the server sent no other.
  const std::string& localized_message() const;
  // A stable name, for example OFFER_EXPIRED. Empty if the server sent none.
  const std::string& reason() const { return info_.reason(); }
  // What the reason is about, by name, for example `responsible_name`. Empty if the server sent no such name.
  std::string metadata(const std::string& name) const;
  std::map<std::string, std::string> metadata() const;

  using FieldViolation = google::rpc::BadRequest::FieldViolation;
  using PreconditionViolation = google::rpc::PreconditionFailure::Violation;
  const auto& field_violations() const { return bad_request_.field_violations(); }
  const auto& precondition_violations() const { return precondition_.violations(); }

  // How long to wait before the same call may succeed.
  std::optional<std::chrono::milliseconds> retry_delay() const { return retry_delay_; }

 private:
  void Read(const google::protobuf::Any& detail);
  std::string Summary() const;

  const google::protobuf::MethodDescriptor* method_;
  grpc::StatusCode code_;
  std::string message_;
  google::rpc::ErrorInfo info_;
  google::rpc::BadRequest bad_request_;
  google::rpc::PreconditionFailure precondition_;
  google::rpc::LocalizedMessage localized_;
  std::optional<std::chrono::milliseconds> retry_delay_;
  std::string summary_;
};

}  // namespace voronka::client
