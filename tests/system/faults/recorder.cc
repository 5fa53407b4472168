#include "tests/system/faults/recorder.h"

#include <algorithm>

#include "tests/system/crowd.h"
#include "tests/system/faults/attempts.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::testing {
namespace {

using Outcome = Operation::Outcome;

constexpr client::CallOptions kReadOnce{.timeout = std::chrono::seconds(5)};

// One success proves that it happened. It did not happen only if all attempts were refused.
void Merge(const std::vector<Attempts>& racers, Operation& operation) {
  operation.outcome = Outcome::kRefused;
  for (const auto& racer : racers) {
    operation.attempts += racer.count;
    if (racer.outcome != Outcome::kAcknowledged) {
      operation.reason = racer.reason;
      operation.failure = racer.failure;
    }
    if (racer.outcome == Outcome::kAcknowledged) operation.answers.push_back(racer.answer);
    if (racer.outcome == Outcome::kUnknown) operation.outcome = Outcome::kUnknown;
  }
  if (!operation.answers.empty()) operation.outcome = Outcome::kAcknowledged;
}

}  // namespace

Operation Recorder::Ask(Caller& caller, const google::protobuf::Message& request, const std::string& request_id,
                        const google::protobuf::Message& prototype, int racers) {
  Operation operation{.account_id = caller.account_id(),
                      .caller = caller.name(),
                      .method = client::MethodTaking(*request.GetDescriptor()).full_name(),
                      .request_id = request_id,
                      .request = request.SerializeAsString(),
                      .begin = Now(),
                      .end = {}};
  std::vector<Attempts> attempts(racers);
  InParallel(racers, [&](int racer) { attempts[racer] = RepeatUntilAnswered(caller.client(), request, prototype); });
  operation.end = Now();
  Merge(attempts, operation);
  if (operation.outcome == Outcome::kAcknowledged) ++acknowledged_;
  repeated_ += operation.attempts - racers;
  const std::lock_guard lock(mutex_);
  return operations_.emplace_back(std::move(operation));
}

void Recorder::Read(Caller& caller, int64_t deal_id) try {
  crm::v1::GetDealRequest request;
  request.set_deal_id(deal_id);
  const Moment begin = Now();
  const auto deal = caller.client().Call<crm::v1::Deal>(request, kReadOnce);
  const Moment end = Now();
  const std::lock_guard lock(mutex_);
  readings_.push_back({caller.account_id(), begin, end, deal.SerializeAsString()});
} catch (const client::CallFailed&) {
  // A failed reading says nothing.
}

std::vector<Operation> Recorder::operations() const {
  const std::lock_guard lock(mutex_);
  return operations_;
}

std::vector<Reading> Recorder::readings() const {
  const std::lock_guard lock(mutex_);
  return readings_;
}

}  // namespace voronka::testing
