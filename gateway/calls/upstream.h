#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/support/byte_buffer.h>

#include <chrono>
#include <memory>
#include <optional>

#include "gateway/http/handover.h"
#include "gateway/rpc/call.h"

namespace voronka::gateway {

// A call that is answered once.
class UnaryCall {
 public:
  UnaryCall(std::shared_ptr<grpc::Channel> channel, Call call, asio::any_io_executor executor);

  // Once.
  Task<Answer> Run();
  // At any time, from any thread.
  void Cancel();

 private:
  struct State;
  const std::shared_ptr<State> state_;
};

// A call that is answered with a stream. It reads only when asked, so that a slow client holds the stream back.
class StreamCall {
 public:
  StreamCall(std::shared_ptr<grpc::Channel> channel, Call call, asio::any_io_executor executor);
  // Cancels what is still under way.
  ~StreamCall();
  StreamCall(const StreamCall&) = delete;
  StreamCall& operator=(const StreamCall&) = delete;

  // Nothing: there will be no more.
  Task<std::optional<grpc::ByteBuffer>> Next();
  // After Next has returned nothing.
  Task<Ending> End();
  // At any time, from any thread.
  void Cancel();

 private:
  class Reactor;
  const std::shared_ptr<Reactor> reactor_;
};

// A thread of gRPC holds a call, and with it the executor of a connection, for a moment after it has handed the answer
// over. To be called when all connections are closed, before what they run on is destroyed. False: some are held still.
bool AllCallsLetGoWithin(std::chrono::milliseconds patience);

}  // namespace voronka::gateway
