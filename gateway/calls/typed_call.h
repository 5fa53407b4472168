#pragma once

#include <google/protobuf/message.h>

#include <chrono>

#include "client/channels.h"
#include "client/methods.h"
#include "gateway/calls/upstream.h"
#include "gateway/rpc/byte_buffer.h"

namespace voronka::gateway {

// The outcome of a call that this program itself makes.
template <class Response>
struct Outcome {
  grpc::Status status;
  Response response;
};

// Longer than a service allows a call without a deadline: what has not been answered by then will not be.
inline constexpr std::chrono::seconds kServiceTimeout(15);

// The type of the request says which method.
template <class Response>
Task<Outcome<Response>> CallService(const client::Channels& channels, const google::protobuf::Message& request,
                                    client::Metadata metadata, asio::any_io_executor executor,
                                    std::chrono::seconds timeout = kServiceTimeout) {
  const auto& method = client::MethodTaking(*request.GetDescriptor());
  UnaryCall call(channels.For(method),
                 {.method = client::PathOf(method),
                  .metadata = std::move(metadata),
                  .timeout = timeout,
                  .request = ToBuffer(request.SerializeAsString())},
                 std::move(executor));
  const Answer answer = co_await call.Run();
  Outcome<Response> outcome{.status = answer.ending.status, .response = {}};
  if (outcome.status.ok()) outcome.response.ParseFromString(ToString(answer.message));
  co_return outcome;
}

}  // namespace voronka::gateway
