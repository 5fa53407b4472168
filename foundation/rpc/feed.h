#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <deque>
#include <functional>
#include <vector>

#include "foundation/process/log.h"
#include "foundation/rpc/authentication.h"
#include "foundation/rpc/feed_schedule.h"
#include "foundation/rpc/status.h"
#include "foundation/rpc/stream_registry.h"
#include "foundation/storage/workers.h"

namespace voronka::rpc {

// What a stream gives, read from the database from a position that only the source knows.
template <class Response>
class FeedSource {
 public:
  virtual ~FeedSource() = default;
  // The next messages in order, at most a page of them; empty: nothing new. May throw Error, which ends the stream.
  virtual std::vector<Response> Read(storage::Connection& db) = 0;
  // "Up to here there was nothing else", for the position of the last Read.
  virtual Response Bookmark() = 0;
  // Nothing follows the messages that Read gave last.
  virtual bool Ended() const { return false; }
};

struct FeedHost {
  storage::Workers& workers;
  StreamRegistry& streams;
  Authentication& authentication;
  process::Random& random;
  process::Log& log;
};

// A server stream that is woken, reads what is new for it on a worker, and writes it, one message at a time. Catching
// up and following live are the same thing: it reads on only when all that it read is written, so that a slow reader
// holds one page of memory and nobody up; one that takes nothing for 10 s is cut.
template <class Response>
class Feed : public grpc::ServerWriteReactor<Response>, public OpenStream {
 public:
  // Owned by gRPC and the registry until OnDone.
  static grpc::ServerWriteReactor<Response>* Start(FeedHost& host, grpc::CallbackServerContext* context, Caller caller,
                                                   StreamRegistry::Topic topic,
                                                   std::unique_ptr<FeedSource<Response>> source) {
    auto feed = std::shared_ptr<Feed>(new Feed(host, context, std::move(caller), topic, std::move(source)));
    feed->self_ = feed;
    host.streams.Add(topic, feed);
    return feed.get();
  }

  // A stream that is refused.
  static grpc::ServerWriteReactor<Response>* Refuse(const std::exception_ptr& thrown, const std::string& locale) {
    struct Refused : grpc::ServerWriteReactor<Response> {
      void OnDone() override { delete this; }
    };
    std::string hidden;
    auto* refused = new Refused();
    refused->Finish(ToStatus(AsError(thrown, &hidden), locale));
    return refused;
  }

  void Wake() override {
    std::unique_lock lock(mutex_);
    woken_ = true;
    Proceed(lock);
  }

  void Tick(std::chrono::steady_clock::time_point now) override {
    std::unique_lock lock(mutex_);
    // The lock keeps the stream from finishing, and so the context alive.
    if (schedule_.WriteIsStuck(now)) return context_->TryCancel();
    if (!host_.authentication.IsStillValid(caller_)) EndWith(SessionEnded(caller_.locale));
    if (schedule_.HasLivedLongEnough(now)) EndWith(Resumable(caller_.locale));
    if (schedule_.BookmarkIsDue(now)) bookmark_due_ = true;
    Proceed(lock);
  }

  void End() override {
    std::unique_lock lock(mutex_);
    EndWith(Resumable(caller_.locale));
    Proceed(lock);
  }

  void OnWriteDone(bool ok) override {
    std::unique_lock lock(mutex_);
    schedule_.WriteEnded();
    if (!pending_.empty()) pending_.pop_front();
    if (!ok) EndWith(grpc::Status::CANCELLED);
    Proceed(lock);
  }

  void OnCancel() override {
    std::unique_lock lock(mutex_);
    EndWith(grpc::Status::CANCELLED);
    Proceed(lock);
  }

  void OnDone() override {
    const auto last = std::move(self_);
    host_.streams.Remove(topic_, this);
  }

 private:
  Feed(FeedHost& host, grpc::CallbackServerContext* context, Caller caller, StreamRegistry::Topic topic,
       std::unique_ptr<FeedSource<Response>> source)
      : host_(host),
        context_(context),
        caller_(std::move(caller)),
        topic_(topic),
        source_(std::move(source)),
        schedule_(host.random) {}

  void EndWith(const grpc::Status& status) {
    if (!end_) end_ = status;
  }

  // The one place that decides what comes next. Only one of reading and writing is under way at a time.
  void Proceed(std::unique_lock<std::mutex>& lock) {
    if (finished_ || reading_ || schedule_.Writing()) return;
    if (end_) return Conclude(lock);
    if (!pending_.empty()) return WriteNext(lock);
    if (ended_by_source_) {
      EndWith(grpc::Status::OK);
      return Conclude(lock);
    }
    if (woken_) return ReadNext();
    if (!bookmark_due_) return;
    bookmark_due_ = false;
    pending_.push_back(source_->Bookmark());
    WriteNext(lock);
  }

  void Conclude(std::unique_lock<std::mutex>& lock) {
    finished_ = true;
    const grpc::Status status = *end_;
    const auto self = self_;
    lock.unlock();
    this->Finish(status);
  }

  void WriteNext(std::unique_lock<std::mutex>& lock) {
    schedule_.WriteBegins(std::chrono::steady_clock::now());
    const Response* next = &pending_.front();
    const auto self = self_;
    lock.unlock();
    this->StartWrite(next);
  }

  void ReadNext() {
    woken_ = false;
    reading_ = true;
    host_.workers.SubmitAlways(0, [self = self_](storage::Connection& db) { self->Read(db); });
  }

  void Read(storage::Connection& db) {
    std::vector<Response> messages;
    std::optional<grpc::Status> failure;
    try {
      messages = source_->Read(db);
    } catch (...) {
      failure = Failure(std::current_exception());
    }
    std::unique_lock lock(mutex_);
    reading_ = false;
    if (failure) EndWith(*failure);
    // There may be another page.
    if (!messages.empty()) woken_ = true;
    for (auto& message : messages) pending_.push_back(std::move(message));
    ended_by_source_ = source_->Ended();
    Proceed(lock);
  }

  grpc::Status Failure(const std::exception_ptr& thrown) {
    std::string hidden;
    const Error error = AsError(thrown, &hidden);
    if (!hidden.empty()) {
      host_.log.Error("stream failed",
                      {{"account", caller_.account_id}, {"caller", caller_.Name()}, {"error", hidden}});
    }
    return ToStatus(error, caller_.locale);
  }

  FeedHost& host_;
  grpc::CallbackServerContext* const context_;
  const Caller caller_;
  const StreamRegistry::Topic topic_;
  const std::unique_ptr<FeedSource<Response>> source_;
  std::shared_ptr<Feed> self_;

  std::mutex mutex_;
  FeedSchedule schedule_;
  std::deque<Response> pending_;
  bool woken_ = false;
  bool reading_ = false;
  bool bookmark_due_ = false;
  bool ended_by_source_ = false;
  bool finished_ = false;
  std::optional<grpc::Status> end_;
};

}  // namespace voronka::rpc
