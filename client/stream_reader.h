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

// Reads a server's stream ahead of whoever takes the messages, by a bounded number. `Stream` is its typed face.
class StreamReader final : private grpc::ClientBidiReactor<google::protobuf::Message, google::protobuf::Message> {
 public:
  using Deadline = std::chrono::steady_clock::time_point;

  // Opens it. Messages are of the prototype's type. `refused` is called by who reads on after it was refused, or ended,
  // for its credentials' sake, so that the next may have others.
  StreamReader(const std::shared_ptr<grpc::Channel>& channel, const google::protobuf::MethodDescriptor& method,
               std::unique_ptr<grpc::ClientContext> context, const google::protobuf::Message& request,
               const google::protobuf::Message& prototype, std::function<void()> refused);
  // Cancels it.
  ~StreamReader() override;

  // NULL when the deadline passed first, and when nothing will come any more: the stream has ended well or was
  // cancelled. Throws CallFailed when it has ended otherwise, after its last message.
  std::unique_ptr<google::protobuf::Message> Next(Deadline deadline);
  // What has arrived already; NULL: nothing has.
  std::unique_ptr<google::protobuf::Message> NextArrived();

  // From any thread; a waiting `Next` returns.
  void Cancel();

  // Nothing will come any more.
  bool ended() const;

 private:
  void OnReadDone(bool ok) override;
  void OnDone(const grpc::Status& status) override;
  void Read();
  // Of those that have arrived.
  std::unique_ptr<google::protobuf::Message> First(std::unique_lock<std::mutex> lock);

  const google::protobuf::MethodDescriptor& method_;
  const std::unique_ptr<grpc::ClientContext> context_;
  const std::unique_ptr<google::protobuf::Message> request_;
  const std::function<void()> refused_;
  // What is being read. Whoever reads owns it.
  std::unique_ptr<google::protobuf::Message> incoming_;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<google::protobuf::Message>> arrived_;
  // Enough has been read ahead: `Next` or `Cancel` goes on reading.
  bool paused_ = false;
  bool cancelled_ = false;
  bool done_ = false;
  grpc::Status status_;
};

}  // namespace voronka::client
