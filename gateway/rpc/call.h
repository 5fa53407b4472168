#pragma once

#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/status.h>

#include <chrono>
#include <optional>
#include <string>

#include "client/identity.h"

namespace voronka::gateway {

// A call to a service, as bytes.
struct Call {
  // As `/voronka.crm.v1.DealService/GetDeal`.
  std::string method;
  client::Metadata metadata;
  // Absent: the service's own.
  std::optional<std::chrono::milliseconds> timeout;
  grpc::ByteBuffer request;
};

// The call that a client's request asks for, or why it asks for none.
struct RequestedCall {
  std::optional<Call> call;
  grpc::Status refusal;
};

// How a call ended.
struct Ending {
  grpc::Status status;
  // What the service sent with it.
  client::Metadata headers;
  client::Metadata trailers;
  // The service itself has said so; false: it could not be reached, or the connection was lost.
  bool told = false;
};

struct Answer {
  grpc::ByteBuffer message;
  Ending ending;
};

}  // namespace voronka::gateway
