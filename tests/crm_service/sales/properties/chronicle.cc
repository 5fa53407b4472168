#include "tests/crm_service/sales/properties/chronicle.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace voronka::properties {
namespace {

// So many latest steps are told.
constexpr size_t kToldSteps = 40;

Reasons ReasonsOf(const client::CallFailed& failure) {
  if (failure.code() != grpc::StatusCode::FAILED_PRECONDITION) return {failure.reason()};
  Reasons reasons;
  for (const auto& violation : failure.precondition_violations()) {
    reasons.insert(Reason(violation.type(), violation.subject()));
  }
  return reasons;
}

std::string Joined(const Reasons& reasons) {
  return reasons.empty() ? "allowed" : fmt::format("{}", fmt::join(reasons, ", "));
}

}  // namespace

Answer RefusalBy(const client::CallFailed& failure) { return {failure, ReasonsOf(failure)}; }

Reasons NotResponsible() { return {"NOT_RESPONSIBLE"}; }

void Chronicle::Note(const Writer& writer, const google::protobuf::Message& request, int64_t deal_id,
                     const Answer& answer) {
  steps_.emplace_back(deal_id, fmt::format("{}: {} {{ {} }}: {}", writer.name(), request.GetDescriptor()->name(),
                                           request.ShortDebugString(), Joined(answer.reasons)));
}

// What was done to other deals has nothing to do with it, but through their contacts, which is told with all.
void Chronicle::Find(const std::string& what, int64_t deal_id) {
  if (!finding_.empty()) return;
  std::vector<std::string> told;
  for (const auto& [about, step] : steps_) {
    if (about == 0 || about == deal_id || deal_id == 0) told.push_back(step);
  }
  if (told.size() > kToldSteps) told.erase(told.begin(), told.end() - kToldSteps);
  finding_ = fmt::format("{}\n\nof deal {}, after\n{}\n", what, deal_id, fmt::join(told, "\n"));
  for (const auto& key : pipelines_) finding_ += fmt::format("\n{}\n", world_.PipelineOf(key).DebugString());
  if (deal_id != 0) finding_ += world_.SceneOf(deal_id).deal.DebugString();
  finding_ += fmt::format("\nRepeat with VORONKA_SEED={}", seed_);
}

void Chronicle::Expect(const Answer& answer, const Reasons& expected, int64_t deal_id) {
  if (answer.reasons == expected) return;
  Find(fmt::format("The service says: {}\nThe rules say: {}", Joined(answer.reasons), Joined(expected)), deal_id);
}

void Chronicle::ExpectForetold(const Answer& verdict, const Answer& answer, int64_t deal_id) {
  if (answer.reasons == verdict.reasons) return;
  Find(fmt::format("CanMove says: {}\nMoveDeal says: {}", Joined(verdict.reasons), Joined(answer.reasons)), deal_id);
}

void Chronicle::ExpectOnly(const Answer& answer, const std::set<std::string>& reasons, int64_t deal_id) {
  if (!answer.failure || reasons.contains(answer.failure->reason())) return;
  Find(fmt::format("Nobody expects {}", answer.failure->what()), deal_id);
}

void Chronicle::ExpectUnchanged(const Scene& before, int64_t deal_id) {
  const auto after = world_.SceneOf(deal_id);
  const bool is_same = after.deal.etag() == before.deal.etag() &&
                       after.contact.has_value() == before.contact.has_value() &&
                       (!after.contact || after.contact->etag() == before.contact->etag()) &&
                       (!after.company || !before.company || after.company->etag() == before.company->etag());
  if (!is_same) Find("What was refused has changed something", deal_id);
}

}  // namespace voronka::properties
