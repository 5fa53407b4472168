#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <vector>

#include "client/request_id.h"
#include "tests/system/faults/caller.h"
#include "tests/system/history/operation.h"

namespace voronka::testing {

// Records what clients ask and what they are told. Thread-safe.
class Recorder {
 public:
  // Gives the request an id and retries it until it is answered; `racers` callers do so at once. Nothing if it is
  // refused, or remains unknown.
  template <class Response, class Request>
  std::optional<Response> Ask(Caller& caller, Request request, int racers = 1) {
    request.set_request_id(client::NewRequestId());
    const Operation operation = Ask(caller, request, request.request_id(), Response::default_instance(), racers);
    if (operation.answers.empty()) return std::nullopt;
    return Parsed<Response>(operation.answers.front());
  }

  // The current state of a deal; nothing while the service is unavailable.
  void Read(Caller& caller, int64_t deal_id);

  // Increases while work goes on.
  int acknowledged() const { return acknowledged_; }
  // Number of attempts that had to be retried, which shows that faults have an effect.
  int repeated() const { return repeated_; }

  std::vector<Operation> operations() const;
  std::vector<Reading> readings() const;

 private:
  Operation Ask(Caller& caller, const google::protobuf::Message& request, const std::string& request_id,
                const google::protobuf::Message& prototype, int racers);

  std::atomic<int> acknowledged_ = 0;
  std::atomic<int> repeated_ = 0;
  mutable std::mutex mutex_;
  std::vector<Operation> operations_;
  std::vector<Reading> readings_;
};

}  // namespace voronka::testing
