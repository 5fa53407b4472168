#include "demo/life/answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "demo/life/asked_of_way.h"
#include "demo/life/said.h"
#include "demo/moves/checklist_item.h"
#include "demo/moves/filling.h"

namespace voronka::demo {
namespace {

using crm::v1::MoveDealRequest;
using crm::v1::Stage;
using Violation = client::CallFailed::PreconditionViolation;

constexpr int kExplainLoss = 60;

void FillRequired(LivingDeal& deal, const Violation& violation, const Stage&, MoveDealRequest& move) {
  const auto place = FieldPlace::Parse(violation.subject());
  Fill(move, place, InventedValue(deal.office.field(place), deal.circumstances, deal.chance));
}

void SayRequired(LivingDeal& deal, const Violation& violation, const Stage&, MoveDealRequest& move) {
  const bool of_loss = violation.subject() == "loss_comment";
  const std::string words(deal.chance.OneOf(of_loss ? WordsOfLoss("other") : NotesOfTalks()));
  *(of_loss ? move.mutable_loss_comment() : move.mutable_comment()) = words;
}

void PlanRequired(LivingDeal& deal, const Violation&, const Stage&, MoveDealRequest&) { PlanTask(deal); }

void TryRequired(LivingDeal& deal, const Violation&, const Stage& to, MoveDealRequest&) {
  TryToReach(deal, AttemptsAsked(*deal.stage, to));
}

void AgreeRequired(LivingDeal& deal, const Violation&, const Stage& to, MoveDealRequest&) {
  GetApproval(deal, to.key());
}

void TickRequired(LivingDeal& deal, const Violation& violation, const Stage&, MoveDealRequest&) {
  Tick(deal, ItemOf(violation.subject()));
}

// Spam and duplicates are seen on the first stage; whoever has come further is a client who did not buy.
std::vector<std::string> PossibleReasons(const PlannedDeal& plan) {
  const bool at_once = plan.way.size() == 2;
  std::vector<std::string> reasons;
  for (const auto& reason : plan.pipeline->loss_reasons()) {
    if (at_once || !reason.outside_conversion()) reasons.push_back(reason.key());
  }
  return reasons;
}

void NameReason(LivingDeal& deal, const Violation&, const Stage&, MoveDealRequest& move) {
  const auto reasons = PossibleReasons(deal.plan);
  if (reasons.empty()) throw std::runtime_error("no reason for a loss in the pipeline " + deal.plan.pipeline->key());
  move.set_loss_reason(deal.chance.OneOf(reasons));
  const Lines words = WordsOfLoss(move.loss_reason());
  if (!words.empty() && deal.chance.Percent(kExplainLoss)) move.set_loss_comment(std::string(deal.chance.OneOf(words)));
}

struct Remedy {
  std::string_view reason;
  void (*apply)(LivingDeal&, const Violation&, const Stage& to, MoveDealRequest&);
};

constexpr Remedy kRemedies[] = {{"FIELD_REQUIRED", FillRequired},     {"COMMENT_REQUIRED", SayRequired},
                                {"TASK_REQUIRED", PlanRequired},      {"ATTEMPTS_REQUIRED", TryRequired},
                                {"APPROVAL_REQUIRED", AgreeRequired}, {"CHECKLIST_UNFINISHED", TickRequired},
                                {"LOSS_REASON_REQUIRED", NameReason}};

}  // namespace

bool IsFinal(const client::CallFailed& refusal) {
  return std::ranges::any_of(refusal.precondition_violations(), [](const Violation& violation) {
    return violation.type() == "NOT_FOR_THIS_DEAL" || violation.type() == "TRANSITION_NOT_ALLOWED";
  });
}

void Answer(LivingDeal& deal, const client::CallFailed& refusal, const Stage& to, MoveDealRequest& move) {
  for (const Violation& violation : refusal.precondition_violations()) {
    const auto* remedy = std::ranges::find(kRemedies, violation.type(), &Remedy::reason);
    if (remedy == std::end(kRemedies)) {
      throw std::runtime_error(fmt::format("nothing to answer to {}", refusal.what()));
    }
    remedy->apply(deal, violation, to, move);
  }
}

}  // namespace voronka::demo
