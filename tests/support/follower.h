#pragma once

#include <grpcpp/alarm.h>
#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/impl/codegen/proto_utils.h>
#include <grpcpp/support/client_callback.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <vector>

#include "client/identity.h"
#include "client/methods.h"

namespace voronka::testing {

// Follows a server's stream like an application: when it ends, it resumes at the next replica. It has no thread of its
// own, so that there can be thousands.
template <class Request, class Response>
class Follower {
 public:
  using Instant = std::chrono::steady_clock::time_point;
  // Sees each answer, and makes the request that resumes after it. Never called by two threads at once.
  using Take = std::function<void(const Response&, Request& next)>;
  enum class Habit {
    kReads,
    // Reads the first answer and no others until it is told to read on.
    kStops,
  };
  struct Life {
    // When its first answer came; nothing if none came.
    std::optional<Instant> answered;
    // When and how it ended; nothing if it is still open.
    std::optional<Instant> ended;
    grpc::StatusCode code = grpc::StatusCode::OK;
  };

  // A channel to each replica, the first to use first.
  Follower(std::vector<std::shared_ptr<grpc::Channel>> replicas, client::Metadata credentials, Request request,
           Habit habit, Take take)
      : replicas_(std::move(replicas)),
        credentials_(std::move(credentials)),
        take_(std::move(take)),
        request_(std::move(request)),
        habit_(habit) {
    Open();
  }
  ~Follower() {
    std::unique_lock lock(mutex_);
    stopping_ = true;
    const auto context = context_;
    lock.unlock();
    context->TryCancel();
    ReadOn();
    pause_.Cancel();
    lock.lock();
    changed_.wait(lock, [this] { return reader_ == nullptr && !pausing_; });
  }
  Follower(const Follower&) = delete;
  Follower& operator=(const Follower&) = delete;

  void ReadOn() {
    std::unique_lock lock(mutex_);
    habit_ = Habit::kReads;
    if (!std::exchange(stopped_, false)) return;
    auto* reader = reader_;
    lock.unlock();
    reader->Resume();
  }

  // Its streams, one after another.
  std::vector<Life> lives() const {
    const std::lock_guard lock(mutex_);
    return lives_;
  }

 private:
  class Reader final : private grpc::ClientBidiReactor<Request, Response> {
   public:
    Reader(Follower& follower, grpc::ClientContext& context, const std::shared_ptr<grpc::Channel>& channel)
        : follower_(follower), request_(follower.request_) {
      const auto path = client::PathOf(client::MethodTaking(*Request::descriptor()));
      grpc::TemplatedGenericStub<Request, Response>(channel).PrepareBidiStreamingCall(&context, path, {}, this);
      this->StartWriteLast(&request_, {});
      this->StartRead(&response_);
    }

    void Begin() { this->StartCall(); }
    // Called from a reaction. The stream then does not end before Resume.
    void Stop() { this->AddHold(); }
    void Resume() {
      this->StartRead(&response_);
      this->RemoveHold();
    }

   private:
    void OnReadDone(bool ok) override {
      if (ok && follower_.Took(response_)) this->StartRead(&response_);
    }
    void OnDone(const grpc::Status& status) override {
      const std::unique_ptr<Reader> last(this);
      follower_.Ended(status.error_code());
    }

    Follower& follower_;
    Request request_;
    Response response_;
  };

  // Called by one thread at a time: the reader, the pause, or the constructor.
  void Open() {
    std::unique_lock lock(mutex_);
    pausing_ = false;
    if (stopping_) return changed_.notify_all();
    context_ = std::make_shared<grpc::ClientContext>();
    for (const auto& [name, value] : credentials_) context_->AddMetadata(name, value);
    // Deletes itself in OnDone.
    auto* reader = new Reader(*this, *context_, replicas_[lives_.size() % replicas_.size()]);
    reader_ = reader;
    lives_.emplace_back();
    lock.unlock();
    reader->Begin();
  }

  // Whether to continue reading.
  bool Took(const Response& response) {
    take_(response, request_);
    const std::lock_guard lock(mutex_);
    auto& answered = lives_.back().answered;
    if (!answered) answered = std::chrono::steady_clock::now();
    stopped_ = habit_ == Habit::kStops;
    if (stopped_) reader_->Stop();
    return !stopped_;
  }

  void Ended(grpc::StatusCode code) {
    const std::lock_guard lock(mutex_);
    lives_.back().ended = std::chrono::steady_clock::now();
    lives_.back().code = code;
    reader_ = nullptr;
    pausing_ = !stopping_;
    if (pausing_) pause_.Set(std::chrono::system_clock::now() + Pause(), [this](bool) { Open(); });
    changed_.notify_all();
  }

  // Not all at once.
  static std::chrono::milliseconds Pause() {
    thread_local std::minstd_rand random{std::random_device{}()};
    return std::chrono::milliseconds(std::uniform_int_distribution<int>(50, 1000)(random));
  }

  const std::vector<std::shared_ptr<grpc::Channel>> replicas_;
  const client::Metadata credentials_;
  const Take take_;
  Request request_;
  mutable std::mutex mutex_;
  Habit habit_;
  std::condition_variable changed_;
  std::vector<Life> lives_;
  std::shared_ptr<grpc::ClientContext> context_;
  Reader* reader_ = nullptr;
  bool stopped_ = false;
  grpc::Alarm pause_;
  bool pausing_ = false;
  bool stopping_ = false;
};

}  // namespace voronka::testing
