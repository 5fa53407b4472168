#include "crm_service/sales/rules/rule_check.h"

#include <algorithm>
#include <iterator>

#include "crm_service/sales/approvals/approval_rules.h"
#include "crm_service/sales/rules/approval_digest.h"
#include "crm_service/sales/rules/attempts.h"
#include "crm_service/sales/rules/condition.h"
#include "crm_service/sales/rules/questionnaire.h"
#include "foundation/rpc/requests/text_checks.h"

namespace voronka::crm {
namespace {

using v1::StageRule;

bool Binds(const StageRule& rule, const Facts& facts) {
  return !rule.has_condition() || IsTrue(rule.condition(), facts);
}

std::vector<Breach> BlankFields(const BindingRule& binding, const Facts& facts) {
  std::vector<Breach> breaches;
  for (const auto& field : binding.rule->fields().fields()) {
    if (ValuesOf(facts, FieldName::Parse(field)).empty()) breaches.push_back({binding, field});
  }
  return breaches;
}

std::vector<Breach> OpenQuestions(const BindingRule& binding, const Facts& facts) {
  std::vector<Breach> breaches;
  for (const auto* question : Unanswered(binding.stage->questionnaire(), facts)) {
    breaches.push_back({.broken = binding, .field = question->field(), .question = question->key()});
  }
  return breaches;
}

bool IsTicked(const BindingRule& binding, const v1::ChecklistItem& item, const v1::Deal& deal) {
  return std::ranges::any_of(deal.checklist_ticks().ticks(), [&](const v1::ChecklistTick& tick) {
    return tick.pipeline() == deal.pipeline() && tick.stage() == binding.stage->key() && tick.item() == item.key();
  });
}

std::vector<Breach> UntickedItems(const BindingRule& binding, const Facts& facts) {
  std::vector<Breach> breaches;
  for (const auto& item : binding.stage->checklist()) {
    if (IsOf(item, facts) && !IsTicked(binding, item, facts.deal)) breaches.push_back({binding, item.key()});
  }
  return breaches;
}

// Empty: nobody has to agree.
std::string DigestFor(std::span<const BindingRule> rules, const Facts& facts) {
  const bool is_needed = std::ranges::any_of(rules, [](const BindingRule& each) { return each.rule->has_approval(); });
  return is_needed ? ApprovalDigest(rules, facts) : std::string();
}

v1::Approval::State ApprovalFor(const StageRule& rule, const Facts& facts, const Way& way, const std::string& digest) {
  const auto* latest = LatestFor(facts.approvals, way.pipeline.key(), way.to.key(), rule.approval().role(), digest);
  return latest == nullptr ? v1::Approval::STATE_UNSPECIFIED : latest->state();
}

// Leaving, the stage that the deal goes to; entering, the one that it comes from.
bool IsAllowedWay(const BindingRule& binding, const Way& way) {
  const auto& stages = binding.rule->stages().stages();
  const bool leaves = binding.rule->binding() == StageRule::BINDING_LEAVE;
  if (!way.StaysInPipeline()) return !leaves && way.from == nullptr;
  return std::ranges::count(stages, leaves ? way.to.key() : way.from->key()) > 0;
}

bool IsKept(const BindingRule& binding, const Facts& facts, const Way& way, const Mover& mover,
            const std::string& digest) {
  switch (binding.rule->ask_case()) {
    case StageRule::kComment:
      return !rpc::IsBlank(mover.comment);
    case StageRule::kRoles:
      return std::ranges::count(binding.rule->roles().roles(), mover.role) > 0;
    case StageRule::kStages:
      return IsAllowedWay(binding, way);
    case StageRule::kTask:
      return facts.has_open_task;
    case StageRule::kAttempts:
      return CountFor(binding.rule->attempts(), facts.attempts) >= binding.rule->attempts().at_least();
    case StageRule::kApproval:
      return MayGive(binding.rule->approval().role(), mover.role) ||
             ApprovalFor(*binding.rule, facts, way, digest) == v1::Approval::STATE_GIVEN;
    case StageRule::kNever:
      return false;
    default:
      return true;
  }
}

bool AreSame(const Breach& a, const Breach& b) { return a.broken.rule == b.broken.rule && a.field == b.field; }

// Of what a deal has, not of how it moves.
std::vector<Breach> StandingBreaches(std::span<const BindingRule> rules, const Facts& facts) {
  std::vector<Breach> breaches;
  for (const auto& binding : rules) {
    if (!Binds(*binding.rule, facts)) continue;
    const bool asks_questions = binding.rule->has_questionnaire();
    std::ranges::move(asks_questions ? OpenQuestions(binding, facts) : BlankFields(binding, facts),
                      std::back_inserter(breaches));
  }
  return breaches;
}

}  // namespace

std::vector<Breach> BreachesOf(std::span<const BindingRule> rules, const Facts& facts, const Way& way,
                               const Mover& mover) {
  auto breaches = StandingBreaches(rules, facts);
  const auto digest = DigestFor(rules, facts);
  for (const auto& binding : rules) {
    if (!Binds(*binding.rule, facts)) continue;
    std::ranges::move(binding.rule->has_checklist() ? UntickedItems(binding, facts) : std::vector<Breach>(),
                      std::back_inserter(breaches));
    if (IsKept(binding, facts, way, mover, digest)) continue;
    breaches.push_back(
        {.broken = binding,
         .attempts = CountFor(binding.rule->attempts(), facts.attempts),
         .approval = ApprovalFor(*binding.rule, facts, way, digest),
         .has_outdated_approval = HasOutdatedFor(facts.approvals, way.pipeline.key(), way.to.key(), digest)});
  }
  return breaches;
}

bool IsOf(const v1::ChecklistItem& item, const Facts& facts) {
  return !item.has_condition() || IsTrue(item.condition(), facts);
}

std::vector<Breach> BreachesOfChange(std::span<const BindingRule> rules, const Facts& before, const Facts& after) {
  const auto had = StandingBreaches(rules, before);
  auto breaches = StandingBreaches(rules, after);
  std::erase_if(breaches, [&](const Breach& breach) {
    return std::ranges::any_of(had, [&](const Breach& other) { return AreSame(breach, other); });
  });
  return breaches;
}

}  // namespace voronka::crm
