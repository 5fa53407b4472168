#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/support/status.h>

#include <memory>
#include <string>

namespace voronka::rpc {

struct RawAnswer {
  grpc::Status status;
  std::string bytes;
};

// Calls a method that need not exist, with bytes that need not be a message.
RawAnswer RawCall(const std::shared_ptr<grpc::Channel>& channel, const std::string& path, const std::string& request);

// The health service's answer for the name of a service.
RawAnswer HealthOf(const std::shared_ptr<grpc::Channel>& channel, const std::string& service);
// HealthCheckResponse{status: SERVING}; Debian has no header for it.
inline const std::string kServing = "\x08\x01";

}  // namespace voronka::rpc
