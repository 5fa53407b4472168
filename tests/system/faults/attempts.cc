#include "tests/system/faults/attempts.h"

#include <chrono>
#include <memory>
#include <thread>

#include "client/status_name.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using client::CallFailed;
using grpc::StatusCode;
using Outcome = Operation::Outcome;

constexpr client::CallOptions kOnce{.timeout = 5s};
constexpr auto kGiveUpAfter = 90s;
constexpr auto kBeforeRepeat = 50ms;

enum class Meaning {
  // Refused; another attempt would be refused too.
  kRefusal,
  // Not done; another attempt may succeed.
  kNotNow,
  // Done or not; another attempt with the same request_id finds out.
  kUnanswered,
  // Unexpected.
  kBroken,
};

Meaning MeaningOf(const CallFailed& failure) {
  switch (failure.code()) {
    case StatusCode::FAILED_PRECONDITION:
    case StatusCode::PERMISSION_DENIED:
      return Meaning::kRefusal;
    case StatusCode::ABORTED:
      return failure.reason() == "CONFLICT" ? Meaning::kNotNow : Meaning::kRefusal;
    case StatusCode::RESOURCE_EXHAUSTED:
    // The clocks of the client and of the service were stepped apart.
    case StatusCode::UNAUTHENTICATED:
      return Meaning::kNotNow;
    case StatusCode::UNAVAILABLE:
    case StatusCode::DEADLINE_EXCEEDED:
      return Meaning::kUnanswered;
    default:
      return Meaning::kBroken;
  }
}

void Note(const CallFailed& failure, Attempts& attempts) {
  attempts.reason = failure.reason().empty() ? std::string(client::StatusName(failure.code())) : failure.reason();
  attempts.failure = failure.what();
}

}  // namespace

Attempts RepeatUntilAnswered(AlternatingClient& client, const google::protobuf::Message& request,
                             const google::protobuf::Message& prototype) {
  const auto& method = client::MethodTaking(*request.GetDescriptor());
  const auto give_up = std::chrono::steady_clock::now() + kGiveUpAfter;
  const std::unique_ptr<google::protobuf::Message> response(prototype.New());
  Attempts attempts;
  for (bool unanswered = false; std::chrono::steady_clock::now() < give_up;
       std::this_thread::sleep_for(kBeforeRepeat)) {
    ++attempts.count;
    try {
      client.Next().Call(method, request, *response, kOnce);
      attempts.outcome = Outcome::kAcknowledged;
      attempts.answer = response->SerializeAsString();
      return attempts;
    } catch (const CallFailed& failure) {
      Note(failure, attempts);
      const Meaning meaning = MeaningOf(failure);
      unanswered = unanswered || meaning == Meaning::kUnanswered;
      // An attempt without an answer may still be in progress, and succeed after this refusal.
      if (meaning == Meaning::kRefusal && !unanswered) attempts.outcome = Outcome::kRefused;
      if (meaning == Meaning::kRefusal || meaning == Meaning::kBroken) return attempts;
    }
  }
  return attempts;
}

}  // namespace voronka::testing
