#pragma once

#include <google/protobuf/message.h>

#include <chrono>

#include "client/channels.h"
#include "client/methods.h"
#include "gateway/rpc/byte_buffer.h"
#include "gateway/calls/upstream.h"

namespace voronka::gateway {

// What came of a call that this program makes itself.
template <class Response>
struct Outcome {
  grpc::Status status;
  Response response;
};

// Longer than a service lets a call take that names no deadline: who has not answered by then does not.
inline constexpr std::chrono::seconds kServicePatience(15);

// The request says which method is meant.
template <class Response>
Task<Outcome<Response>> Ask(const client::Channels& channels, const google::protobuf::Message& request,
                            client::Metadata metadata, asio::any_io_executor executor) {
  const auto& method = client::MethodTaking(*request.GetDescriptor());
  UnaryCall call(channels.For(method),
                 {.method = client::PathOf(method),
                  .metadata = std::move(metadata),
                  .timeout = kServicePatience,
                  .request = ToBuffer(request.SerializeAsString())},
                 std::move(executor));
  const Answer answer = co_await call.Run();
  Outcome<Response> outcome{.status = answer.ending.status, .response = {}};
  if (outcome.status.ok()) outcome.response.ParseFromString(ToString(answer.message));
  co_return outcome;
}

}  // namespace voronka::gateway
