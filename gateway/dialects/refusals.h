#pragma once

#include <grpcpp/support/status.h>

#include <exception>
#include <optional>
#include <string>
#include <utility>

#include "foundation/rpc/requests/error.h"

namespace voronka::gateway {

// A request that does not become a call, with the status that a service would have given.
class Refused : public std::exception {
 public:
  explicit Refused(grpc::Status status) : status_(std::move(status)) {}
  explicit Refused(rpc::Error error) : error_(std::move(error)) {}

  // `locale`: `ru` or `en`.
  grpc::Status StatusIn(const std::string& locale) const;
  const char* what() const noexcept override { return "refused"; }

 private:
  // Nothing: `status_` says all.
  const std::optional<rpc::Error> error_;
  const grpc::Status status_;
};

// INVALID_ARGUMENT (UNPARSABLE): bytes that are not what they are said to be.
Refused Malformed(const std::string& what);
// The same, at a field of the message.
Refused Malformed(const std::string& field, rpc::Text text);
Refused Unimplemented(const std::string& what);

}  // namespace voronka::gateway
