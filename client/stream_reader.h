#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>
#include <grpcpp/support/client_callback.h>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace voronka::client {

// Reads a server stream ahead of its consumer, up to a limited number of messages. `Stream` is its typed wrapper.
class StreamReader final : private grpc::ClientBidiReactor<google::protobuf::Message, google::protobuf::Message> {
 public:
  using Deadline = std::chrono::steady_clock::time_point;

  // Opens the stream. Messages have the prototype's type. When `Next` finds that the stream was refused or ended
  // because of its credentials, it calls `refused`, so that the next stream may use others.
  StreamReader(const std::shared_ptr<grpc::Channel>& channel, const google::protobuf::MethodDescriptor& method,
               std::unique_ptr<grpc::ClientContext> context, const google::protobuf::Message& request,
               const google::protobuf::Message& prototype, std::function<void()> refused);
  // Cancels the stream.
  ~StreamReader() override;

  // NULL if the deadline passed first, or if no more messages will come because the stream ended normally or was
  // cancelled. Throws CallFailed after the last message if it ended in any other way.
  std::unique_ptr<google::protobuf::Message> Next(Deadline deadline);
  // A message that has already arrived; NULL if there is none.
  std::unique_ptr<google::protobuf::Message> NextArrived();

  // May be called from any thread; a waiting `Next` returns.
  void Cancel();

  // Whether no more messages will come.
  bool ended() const;

 private:
  void OnReadDone(bool ok) override;
  void OnDone(const grpc::Status& status) override;
  void Read();
  // Takes the first message that has arrived.
  std::unique_ptr<google::protobuf::Message> First(std::unique_lock<std::mutex> lock);

  const google::protobuf::MethodDescriptor& method_;
  const std::unique_ptr<grpc::ClientContext> context_;
  const std::unique_ptr<google::protobuf::Message> request_;
  const std::function<void()> refused_;
  // The message being read. Whoever reads owns it.
  std::unique_ptr<google::protobuf::Message> incoming_;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<google::protobuf::Message>> arrived_;
  // Enough has been read ahead: `Next` or `Cancel` resumes reading.
  bool paused_ = false;
  bool cancelled_ = false;
  bool done_ = false;
  grpc::Status status_;
};

}  // namespace voronka::client
