#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "foundation/rpc/calls/authentication.h"
#include "foundation/rpc/calls/code_name.h"
#include "foundation/rpc/calls/lines.h"
#include "foundation/rpc/calls/rpc.h"
#include "foundation/rpc/calls/status.h"
#include "foundation/rpc/streams/feed_schedule.h"
#include "foundation/rpc/streams/stream_registry.h"
#include "foundation/rpc/streams/stream_report.h"
#include "foundation/storage/workers.h"

namespace voronka::rpc {

// The content of a stream, read from the database from a position that only the source knows.
template <class Response>
class FeedSource {
 public:
  virtual ~FeedSource() = default;
  // What is published to this topic wakes the stream.
  virtual StreamRegistry::Topic topic() const = 0;
  // The next messages in order, at most a page; empty if there is nothing new. May throw Error, which ends the stream.
  virtual std::vector<Response> Read(storage::Connection& db) = 0;
  // Says "there was nothing else up to here", for the position of the last Read.
  virtual Response Bookmark() = 0;
  // A message has been handed to the connection. Runs while the stream waits: must not throw, nor take long.
  virtual void Written(const Response&) {}
  // Whether nothing follows the messages that the last Read returned.
  virtual bool Ended() const { return false; }
};

struct FeedHost {
  Rpc& rpc;
  storage::Workers& workers;
  StreamRegistry& streams;
  Authentication& authentication;
  process::Random& random;
  process::Log& log;
  process::Metrics& metrics;
};

// A server stream that is woken, reads what is new on a worker, and writes it one message at a time. Catching up and
// following live work the same way: it reads on only after everything it has read is written. A slow reader therefore
// holds one page of memory and delays nobody; a reader that takes nothing for 10 s is cut off.
template <class Response>
class Feed : public grpc::ServerWriteReactor<Response>, public OpenStream {
 public:
  using Source = std::unique_ptr<FeedSource<Response>>;

  // Answers a call: with a stream, owned by gRPC and the registry until OnDone, or with a refusal. `make_source` gets
  // the caller, who has already been authorised; it may throw Error.
  template <class MakeSource>
  static grpc::ServerWriteReactor<Response>* Open(FeedHost& host, grpc::CallbackServerContext* context,
                                                  const google::protobuf::Message& request,
                                                  const MakeSource& make_source) {
    const auto& policy = MethodPolicy::OfRequest(*request.GetDescriptor());
    auto report = std::make_unique<StreamReport>(host.log, host.metrics, policy, *context);
    Source source;
    try {
      host.rpc.Admit(*context, request, report->caller);
      source = make_source(report->caller);
    } catch (...) {
      return Refuse(*report, std::current_exception());
    }
    return Start(host, context, std::move(report), std::move(source));
  }

  void Wake() override {
    std::unique_lock lock(mutex_);
    woken_ = true;
    Proceed(lock);
  }

  void Tick(std::chrono::steady_clock::time_point now) override {
    std::unique_lock lock(mutex_);
    // The lock keeps the stream from finishing, and so keeps the context alive.
    if (schedule_.WriteIsStuck(now)) return Cut();
    if (!host_.authentication.IsStillValid(report_->caller)) EndWith(SessionEnded());
    if (schedule_.HasLivedLongEnough(now)) EndWith(Resumable());
    if (schedule_.BookmarkIsDue(now)) bookmark_due_ = true;
    Proceed(lock);
  }

  void End() override {
    std::unique_lock lock(mutex_);
    EndWith(Resumable());
    Proceed(lock);
  }

  void OnWriteDone(bool ok) override {
    std::unique_lock lock(mutex_);
    schedule_.WriteEnded();
    if (ok) source_->Written(page_[written_]);
    ++written_;
    if (!ok) EndCancelled();
    Proceed(lock);
  }

  void OnCancel() override {
    std::unique_lock lock(mutex_);
    EndCancelled();
    Proceed(lock);
  }

  void OnDone() override {
    const auto last = std::move(self_);
    host_.streams.Remove(source_->topic(), this);
  }

 private:
  struct Ending {
    grpc::Status status;
    std::string code;
    // What the reader is not told.
    std::string hidden;
  };

  static grpc::ServerWriteReactor<Response>* Start(FeedHost& host, grpc::CallbackServerContext* context,
                                                   std::unique_ptr<StreamReport> report, Source source) {
    auto feed = std::shared_ptr<Feed>(new Feed(host, context, std::move(report), std::move(source)));
    feed->self_ = feed;
    host.streams.Add(feed->source_->topic(), feed);
    return feed.get();
  }

  static grpc::ServerWriteReactor<Response>* Refuse(StreamReport& report, const std::exception_ptr& thrown) {
    struct Refused : grpc::ServerWriteReactor<Response> {
      void OnDone() override { delete this; }
    };
    std::string hidden;
    const Error error = AsError(thrown, &hidden);
    report.End(CodeName(error.code()), hidden);
    auto* refused = new Refused();
    refused->Finish(ToStatus(error, report.caller.locale));
    return refused;
  }

  Feed(FeedHost& host, grpc::CallbackServerContext* context, std::unique_ptr<StreamReport> report, Source source)
      : host_(host),
        context_(context),
        report_(std::move(report)),
        source_(std::move(source)),
        schedule_(host.random) {}

  void EndWith(const Error& error, const std::string& hidden = {}) {
    if (!end_) end_ = Ending{ToStatus(error, report_->caller.locale), CodeName(error.code()), hidden};
  }

  void EndCancelled() {
    if (!end_) end_ = Ending{grpc::Status::CANCELLED, "CANCELLED", ""};
  }

  // The pending write then fails.
  void Cut() {
    EndWith(TooSlow());
    context_->TryCancel();
  }

  // The only place that decides what comes next. At most one read or write is in progress at a time.
  void Proceed(std::unique_lock<std::mutex>& lock) {
    if (finished_ || reading_ || schedule_.Writing()) return;
    if (end_) return Conclude(lock);
    if (written_ < page_.size()) return WriteNext(lock);
    if (ended_by_source_) {
      end_ = Ending{grpc::Status::OK, "OK", ""};
      return Conclude(lock);
    }
    if (woken_) return ReadNext();
    if (!bookmark_due_) return;
    bookmark_due_ = false;
    Turn({source_->Bookmark()});
    WriteNext(lock);
  }

  void Turn(std::vector<Response> page) {
    page_ = std::move(page);
    written_ = 0;
  }

  void Conclude(std::unique_lock<std::mutex>& lock) {
    finished_ = true;
    report_->End(end_->code, end_->hidden);
    const grpc::Status status = end_->status;
    const auto self = self_;
    lock.unlock();
    this->Finish(status);
  }

  void WriteNext(std::unique_lock<std::mutex>& lock) {
    schedule_.WriteBegins(std::chrono::steady_clock::now());
    const Response* next = &page_[written_];
    const auto self = self_;
    lock.unlock();
    this->StartWrite(next);
  }

  void ReadNext() {
    woken_ = false;
    reading_ = true;
    host_.workers.SubmitAlways(kOwnWork, [self = self_](storage::Connection& db) { self->Read(db); });
  }

  void Read(storage::Connection& db) {
    std::vector<Response> page;
    std::exception_ptr thrown;
    try {
      page = source_->Read(db);
    } catch (...) {
      thrown = std::current_exception();
    }
    std::unique_lock lock(mutex_);
    reading_ = false;
    if (thrown) Fail(thrown);
    // There may be another page.
    if (!page.empty()) woken_ = true;
    Turn(std::move(page));
    ended_by_source_ = source_->Ended();
    Proceed(lock);
  }

  void Fail(const std::exception_ptr& thrown) {
    std::string hidden;
    const Error error = AsError(thrown, &hidden);
    EndWith(error, hidden);
  }

  FeedHost& host_;
  grpc::CallbackServerContext* const context_;
  const std::unique_ptr<StreamReport> report_;
  const Source source_;
  std::shared_ptr<Feed> self_;

  std::mutex mutex_;
  FeedSchedule schedule_;
  // What was read; `written_` counts how much of it is written.
  std::vector<Response> page_;
  size_t written_ = 0;
  bool woken_ = false;
  bool reading_ = false;
  bool bookmark_due_ = false;
  bool ended_by_source_ = false;
  bool finished_ = false;
  std::optional<Ending> end_;
};

}  // namespace voronka::rpc
