#pragma once

#include <grpcpp/grpcpp.h>

#include <string>

namespace voronka::bench {

// A serialised message as gRPC sends it.
inline grpc::ByteBuffer ToWire(const std::string& message) {
  const grpc::Slice slice(message);
  return {&slice, 1};
}

std::string FromWire(const grpc::ByteBuffer& buffer);

// A channel whose connection no other shares that has another number.
std::shared_ptr<grpc::Channel> OwnChannel(const std::string& address, int number);

// Throws std::runtime_error unless the call succeeded.
void CheckSucceeded(const std::string& method, const grpc::Status& status);

}  // namespace voronka::bench
