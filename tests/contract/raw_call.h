#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/support/status.h>

#include <future>
#include <memory>
#include <optional>
#include <string>

#include "client/call_failed.h"
#include "client/identity.h"
#include "tests/contract/methods.h"

namespace voronka::testing {

// The result. For a stream: OK if it sent anything, because it was cancelled then.
class Answer {
 public:
  Answer(const Method& method, const grpc::Status& status, std::string bytes);

  grpc::StatusCode code() const { return code_; }
  // The serialized response.
  const std::string& bytes() const { return bytes_; }
  // Empty for OK.
  std::string reason() const { return failure_ ? failure_->reason() : ""; }
  // Whether a violation of the field has this reason; an empty reason matches any.
  bool Names(const std::string& path, const std::string& reason = "") const;
  // How many violations did not fit into the answer.
  int hidden() const;
  // A description for whoever reads the failed test.
  std::string Told() const;

 private:
  grpc::StatusCode code_;
  std::string bytes_;
  std::optional<client::CallFailed> failure_;
};

// Sends the given bytes as the request.
std::future<Answer> Send(const std::shared_ptr<grpc::Channel>& channel, const Method& method, const std::string& bytes,
                         const client::Metadata& metadata);

}  // namespace voronka::testing
