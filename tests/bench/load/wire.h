#pragma once

#include <grpcpp/grpcpp.h>

#include <string>

namespace voronka::bench {

// A serialised message in gRPC's format.
inline grpc::ByteBuffer ToWire(const std::string& message) {
  const grpc::Slice slice(message);
  return {&slice, 1};
}

std::string FromWire(const grpc::ByteBuffer& buffer);

// A channel that shares its connection only with channels of the same number.
std::shared_ptr<grpc::Channel> OwnChannel(const std::string& address, int number);

// Throws std::runtime_error unless the call succeeded.
void CheckSucceeded(const std::string& method, const grpc::Status& status);

}  // namespace voronka::bench
