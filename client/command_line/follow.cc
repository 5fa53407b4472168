#include "client/command_line/follow.h"

#include <fmt/format.h>

#include <chrono>

#include "client/command_line/connection.h"
#include "client/command_line/cursor.h"
#include "client/command_line/interrupt.h"
#include "client/command_line/messages.h"
#include "client/status_name.h"

namespace voronka::command_line {
namespace {

using namespace std::chrono_literals;
using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

constexpr auto kReopenDelay = 1s;
constexpr auto kForever = std::chrono::steady_clock::time_point::max();

class Follower {
 public:
  Follower(const MethodDescriptor& method, Message& request, const Options& options, const Console& console)
      : method_(method), request_(request), options_(options), console_(console), connection_(options) {}

  void Run() {
    while (true) {
      try {
        return ReadToEnd();
      } catch (const client::CallFailed& failure) {
        if (TimedOut(failure)) return;
        if (!ShouldReopen(failure)) throw;
        // If it is refused again before it delivers anything, the session has ended.
        if (failure.code() == grpc::StatusCode::UNAUTHENTICATED) served_ = false;
        console_.err << fmt::format("{}: {}; opening the stream again\n", client::StatusName(failure.code()),
                                    failure.localized_message());
      }
      if (interrupt_.CameWithin(kReopenDelay)) return;
    }
  }

 private:
  void ReadToEnd() {
    const auto prototype = NewMessage(*method_.output_type());
    const auto stream = connection_.ClientFor(method_).Open(method_, request_, *prototype, StreamOptions());
    const CancelledBy guard(interrupt_, *stream);
    while (const auto message = stream->Next(kForever)) {
      console_.out << RenderOfStream(*message, options_.output) << std::flush;
      ContinueAfter(*message, request_);
      served_ = true;
    }
  }

  // Cancels the stream on an interrupt, as long as this object lives.
  struct CancelledBy {
    CancelledBy(Interrupt& by, client::StreamReader& stream) : interrupt(by) {
      interrupt.Call([&stream] { stream.Cancel(); });
    }
    ~CancelledBy() { interrupt.Call(nullptr); }
    Interrupt& interrupt;
  };

  client::StreamOptions StreamOptions() const { return {.timeout = options_.timeout.value_or(0ms)}; }

  bool TimedOut(const client::CallFailed& failure) const {
    return options_.timeout && failure.code() == grpc::StatusCode::DEADLINE_EXCEEDED;
  }

  // Not if it never worked: that is an error to report, not an interruption.
  bool ShouldReopen(const client::CallFailed& failure) const {
    const bool interrupted = failure.code() == grpc::StatusCode::UNAVAILABLE ||
                             // The user's role may have changed.
                             failure.code() == grpc::StatusCode::UNAUTHENTICATED;
    return interrupted && served_ && !options_.once && CanContinue(*method_.input_type(), *method_.output_type());
  }

  const MethodDescriptor& method_;
  Message& request_;
  const Options& options_;
  const Console& console_;
  Interrupt interrupt_;
  Connection connection_;
  bool served_ = false;
};

}  // namespace

void Follow(const MethodDescriptor& method, Message& request, const Options& options, const Console& console) {
  Follower(method, request, options, console).Run();
}

}  // namespace voronka::command_line
