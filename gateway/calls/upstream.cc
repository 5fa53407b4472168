#include "gateway/calls/upstream.h"

#include <grpcpp/client_context.h>
#include <grpcpp/support/client_callback.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace voronka::gateway {
namespace {

using Received = std::multimap<grpc::string_ref, grpc::string_ref>;

void Prepare(const Call& call, grpc::ClientContext& context) {
  for (const auto& [name, value] : call.metadata) context.AddMetadata(name, value);
  if (call.timeout) context.set_deadline(std::chrono::system_clock::now() + *call.timeout);
}

client::Metadata Copy(const Received& received) {
  client::Metadata metadata;
  for (const auto& [name, value] : received) {
    metadata.emplace_back(std::string(name.data(), name.size()), std::string(value.data(), value.size()));
  }
  return metadata;
}

// gRPC says only in this text whether a status was received. Our services send details with each failure.
bool WasTold(const grpc::ClientContext& context, const grpc::Status& status) {
  return status.ok() || !status.error_details().empty() ||
         context.debug_error_string().find("received from peer") != std::string::npos;
}

// The calls that somebody holds still.
class CallsHeld {
 public:
  void Add() {
    const std::lock_guard lock(mutex_);
    ++count_;
  }
  void Remove() {
    const std::lock_guard lock(mutex_);
    if (--count_ == 0) none_.notify_all();
  }
  bool NoneWithin(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    return none_.wait_for(lock, patience, [this] { return count_ == 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable none_;
  int64_t count_ = 0;
};

// Never destroyed: threads of gRPC may outlive everything else.
CallsHeld& Held() {
  static auto& held = *new CallsHeld();
  return held;
}

// The first base of a call, so that the call's executor is gone when it is no longer counted.
class HeldCall {
 protected:
  HeldCall() { Held().Add(); }
  ~HeldCall() { Held().Remove(); }

 public:
  HeldCall(const HeldCall&) = delete;
  HeldCall& operator=(const HeldCall&) = delete;
};

Ending EndingOf(const grpc::ClientContext& context, grpc::Status status) {
  const bool told = WasTold(context, status);
  return {std::move(status), Copy(context.GetServerInitialMetadata()), Copy(context.GetServerTrailingMetadata()), told};
}

}  // namespace

bool AllCallsLetGoWithin(std::chrono::milliseconds patience) { return Held().NoneWithin(patience); }

struct UnaryCall::State : private HeldCall {
  State(const std::shared_ptr<grpc::Channel>& channel, Call call, asio::any_io_executor executor)
      : stub(channel), call(std::move(call)), done(std::move(executor)) {}

  grpc::GenericStub stub;
  grpc::ClientContext context;
  const Call call;
  Answer answer;
  Handover<grpc::Status> done;
};

UnaryCall::UnaryCall(std::shared_ptr<grpc::Channel> channel, Call call, asio::any_io_executor executor)
    : state_(std::make_shared<State>(std::move(channel), std::move(call), std::move(executor))) {}

Task<Answer> UnaryCall::Run() {
  Prepare(state_->call, state_->context);
  state_->stub.UnaryCall(&state_->context, state_->call.method, {}, &state_->call.request, &state_->answer.message,
                         [state = state_](grpc::Status status) { state->done.Give(std::move(status)); });
  grpc::Status status = co_await state_->done.Take();
  state_->answer.ending = EndingOf(state_->context, std::move(status));
  co_return std::move(state_->answer);
}

void UnaryCall::Cancel() { state_->context.TryCancel(); }

class StreamCall::Reactor : private HeldCall, public grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
 public:
  Reactor(const std::shared_ptr<grpc::Channel>& channel, Call call, const asio::any_io_executor& executor)
      : stub_(channel), call_(std::move(call)), read_(executor), done_(executor) {}

  void Start(const std::shared_ptr<Reactor>& self) {
    self_ = self;
    Prepare(call_, context_);
    stub_.PrepareBidiStreamingCall(&context_, call_.method, {}, this);
    StartWriteLast(&call_.request, {});
    // Reads are started from outside the reactor's callbacks: without a hold the call could end before the next one.
    AddHold();
    StartCall();
  }

  Task<std::optional<grpc::ByteBuffer>> Next() {
    incoming_.Clear();
    StartRead(&incoming_);
    const bool has_come = co_await read_.Take();
    std::optional<grpc::ByteBuffer> message;
    if (has_come) message = incoming_;
    co_return message;
  }

  Task<Ending> End() {
    grpc::Status status = co_await done_.Take();
    co_return EndingOf(context_, std::move(status));
  }

  void Cancel() { context_.TryCancel(); }

  // No more reads.
  void LetGo() {
    if (!let_go_.exchange(true)) RemoveHold();
  }

  void OnReadDone(bool ok) override {
    if (!ok) LetGo();
    read_.Give(ok);
  }

  void OnDone(const grpc::Status& status) override {
    const auto last = std::move(self_);
    done_.Give(status);
  }

 private:
  grpc::GenericStub stub_;
  grpc::ClientContext context_;
  const Call call_;
  grpc::ByteBuffer incoming_;
  Handover<bool> read_;
  Handover<grpc::Status> done_;
  std::atomic<bool> let_go_ = false;
  // Until gRPC is done with it.
  std::shared_ptr<Reactor> self_;
};

StreamCall::StreamCall(std::shared_ptr<grpc::Channel> channel, Call call, asio::any_io_executor executor)
    : reactor_(std::make_shared<Reactor>(channel, std::move(call), executor)) {
  reactor_->Start(reactor_);
}

StreamCall::~StreamCall() {
  reactor_->Cancel();
  reactor_->LetGo();
}

Task<std::optional<grpc::ByteBuffer>> StreamCall::Next() { return reactor_->Next(); }

Task<Ending> StreamCall::End() { return reactor_->End(); }

void StreamCall::Cancel() { reactor_->Cancel(); }

}  // namespace voronka::gateway
