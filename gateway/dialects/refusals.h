#pragma once

#include <grpcpp/support/status.h>

#include <exception>
#include <string>
#include <utility>

namespace voronka::gateway {

// A request that does not become a call, with the status that a service would have given.
class Refused : public std::exception {
 public:
  explicit Refused(grpc::Status status) : status_(std::move(status)) {}
  const grpc::Status& status() const { return status_; }
  const char* what() const noexcept override { return "refused"; }

 private:
  const grpc::Status status_;
};

// INVALID_ARGUMENT: bytes that are not what they are said to be.
Refused Malformed(const std::string& what);
Refused Unimplemented(const std::string& what);

}  // namespace voronka::gateway
