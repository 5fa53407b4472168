#include "tests/system/ledger.h"

#include <algorithm>
#include <iterator>

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using client::CallFailed;
using grpc::StatusCode;
using Outcome = Told::Outcome;

constexpr client::CallOptions kOnce{.timeout = 5s};
constexpr auto kGiveUpAfter = 90s;
constexpr auto kBeforeRepeat = 50ms;

// The outcome may be either; a repeat with the same request_id tells.
bool MayBeRepeated(const CallFailed& failure) {
  switch (failure.code()) {
    case StatusCode::UNAVAILABLE:
    case StatusCode::DEADLINE_EXCEEDED:
    case StatusCode::RESOURCE_EXHAUSTED:
      return true;
    case StatusCode::ABORTED:
      return failure.reason() == "CONFLICT";
    default:
      return false;
  }
}

bool IsRefusal(const CallFailed& failure) {
  return failure.code() == StatusCode::FAILED_PRECONDITION || failure.code() == StatusCode::PERMISSION_DENIED;
}

}  // namespace

void Ledger::CallUntilAnswered(client::Client& client, const google::protobuf::Message& request,
                               google::protobuf::Message& response, Told& told) {
  const auto give_up = std::chrono::steady_clock::now() + kGiveUpAfter;
  for (told.attempts = 1;; ++told.attempts) {
    try {
      client.Call(client::MethodTaking(*request.GetDescriptor()), request, response, kOnce);
      told.outcome = Outcome::kAcknowledged;
      return;
    } catch (const CallFailed& failure) {
      told.failure = failure.what();
      told.outcome = IsRefusal(failure) ? Outcome::kRefused : Outcome::kUnknown;
      if (!MayBeRepeated(failure) || std::chrono::steady_clock::now() > give_up) return;
    }
    std::this_thread::sleep_for(kBeforeRepeat);
  }
}

void Ledger::Note(Told told, const google::protobuf::Message& response) {
  if (told.outcome == Outcome::kAcknowledged) told.answer = response.SerializeAsString();
  const std::lock_guard lock(mutex_);
  told_.push_back(std::move(told));
}

std::vector<Told> Ledger::Of(std::string_view method, Outcome outcome) const {
  auto told = All(outcome);
  std::erase_if(told, [&](const Told& one) { return one.method != method; });
  return told;
}

std::vector<Told> Ledger::All(Outcome outcome) const {
  const std::lock_guard lock(mutex_);
  std::vector<Told> found;
  std::ranges::copy_if(told_, std::back_inserter(found), [&](const Told& told) { return told.outcome == outcome; });
  return found;
}

int Ledger::Acknowledged() const { return static_cast<int>(All(Outcome::kAcknowledged).size()); }

int Ledger::Repeats() const {
  const std::lock_guard lock(mutex_);
  int repeats = 0;
  for (const Told& told : told_) repeats += told.attempts - 1;
  return repeats;
}

}  // namespace voronka::testing
