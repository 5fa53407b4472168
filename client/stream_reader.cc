#include "client/stream_reader.h"

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/impl/codegen/proto_utils.h>

#include <utility>

#include "client/call_failed.h"
#include "client/methods.h"

namespace voronka::client {
namespace {

using google::protobuf::Message;

constexpr size_t kReadAhead = 256;

std::unique_ptr<Message> Copy(const Message& message) {
  std::unique_ptr<Message> copy(message.New());
  copy->CopyFrom(message);
  return copy;
}

}  // namespace

StreamReader::StreamReader(const std::shared_ptr<grpc::Channel>& channel,
                           const google::protobuf::MethodDescriptor& method,
                           std::unique_ptr<grpc::ClientContext> context, const Message& request,
                           const Message& prototype, std::function<void()> refused)
    : method_(method),
      context_(std::move(context)),
      request_(Copy(request)),
      refused_(std::move(refused)),
      incoming_(prototype.New()) {
  grpc::TemplatedGenericStub<Message, Message> stub(channel);
  stub.PrepareBidiStreamingCall(context_.get(), PathOf(method), {}, this);
  // `Next` starts reads as well, so hold the stream until a read has failed.
  AddHold();
  StartWriteLast(request_.get(), {});
  StartRead(incoming_.get());
  StartCall();
}

StreamReader::~StreamReader() {
  Cancel();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return done_; });
}

std::unique_ptr<Message> StreamReader::Next(Deadline deadline) {
  std::unique_lock lock(mutex_);
  changed_.wait_until(lock, deadline, [this] { return !arrived_.empty() || done_; });
  if (arrived_.empty()) {
    if (!done_ || cancelled_ || status_.ok()) return nullptr;
    lock.unlock();
    if (status_.error_code() == grpc::StatusCode::UNAUTHENTICATED) refused_();
    throw CallFailed(method_, status_);
  }
  return First(std::move(lock));
}

std::unique_ptr<Message> StreamReader::NextArrived() {
  std::unique_lock lock(mutex_);
  return arrived_.empty() ? nullptr : First(std::move(lock));
}

std::unique_ptr<Message> StreamReader::First(std::unique_lock<std::mutex> lock) {
  auto message = std::move(arrived_.front());
  arrived_.pop_front();
  const bool resume = std::exchange(paused_, false);
  lock.unlock();
  if (resume) Read();
  return message;
}

void StreamReader::Cancel() {
  std::unique_lock lock(mutex_);
  // Set first, so that the resulting end is not taken for an error.
  cancelled_ = true;
  const bool resume = std::exchange(paused_, false);
  lock.unlock();
  context_->TryCancel();
  // This read fails, which lets the stream end.
  if (resume) Read();
}

bool StreamReader::ended() const {
  const std::lock_guard lock(mutex_);
  return done_ && arrived_.empty();
}

void StreamReader::Read() { StartRead(incoming_.get()); }

void StreamReader::OnReadDone(bool ok) {
  if (!ok) return RemoveHold();
  std::unique_ptr<Message> message(incoming_->New());
  incoming_.swap(message);
  std::unique_lock lock(mutex_);
  arrived_.push_back(std::move(message));
  paused_ = arrived_.size() >= kReadAhead && !cancelled_;
  const bool resume = !paused_;
  changed_.notify_all();
  lock.unlock();
  if (resume) Read();
}

void StreamReader::OnDone(const grpc::Status& status) {
  const std::lock_guard lock(mutex_);
  status_ = status;
  done_ = true;
  changed_.notify_all();
}

}  // namespace voronka::client
