#include "crm_service/sales/rules/stage_gate.h"

#include <string>
#include <vector>

#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/rules/breach_words.h"
#include "foundation/process/fault_points.h"

namespace voronka::crm {
namespace {

using rpc::Violations;
using v1::Deal;
using v1::Pipeline;

// Of a write that moves nothing.
Mover WriterOf(const rpc::Session& session) {
  static const std::string silence;
  return {session.caller.role, silence, ""};
}

// Who is then read once.
bool HaveSameClients(const Deal& a, const Deal& b) {
  return a.contact_id() == b.contact_id() && a.company_id() == b.company_id();
}

}  // namespace

std::vector<BindingRule> RulesFromHereOn(const Pipeline& pipeline, const Deal& deal) {
  const auto* stage = FindStage(pipeline, deal.stage());
  return stage == nullptr ? std::vector<BindingRule>() : RulesFromHereOn(pipeline, *stage);
}

void AddBreaches(rpc::Session& session, std::span<const Breach> breaches, Violations& violations) {
  if (!breaches.empty()) AddBreaches(breaches, FieldSets(session).All(), WriterOf(session), violations);
}

void CheckWay(RuleFacts& facts, const Way& way, const Mover& mover, Violations& violations) {
  const auto rules = RulesOf(way);
  if (rules.empty()) return;
  const auto breaches = BreachesOf(rules, facts.For(rules), way, mover);
  if (!breaches.empty()) AddBreaches(breaches, facts.Labels(), mover, violations);
}

void CheckRulesKeptByDeal(rpc::Session& session, const Pipeline& pipeline, const Deal& before, const Deal& after,
                          Violations& violations) {
  if (before.state() != Deal::STATE_OPEN || process::Broken(process::Fault::kRuleOnUpdate)) return;
  const auto rules = RulesFromHereOn(pipeline, before);
  if (rules.empty()) return;
  RuleFacts facts(session, after);
  const Facts now = facts.For(rules);
  if (HaveSameClients(before, after)) {
    const Facts then{.deal = before, .contact = now.contact, .company = now.company};
    return AddBreaches(session, BreachesOfChange(rules, then, now), violations);
  }
  RuleFacts former(session, before);
  AddBreaches(session, BreachesOfChange(rules, former.For(rules), now), violations);
}

}  // namespace voronka::crm
