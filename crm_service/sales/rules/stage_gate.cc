#include "crm_service/sales/rules/stage_gate.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"

namespace voronka::crm {
namespace {

using rpc::Violations;
using v1::Contact;
using v1::Deal;
using v1::Pipeline;

// Of a write that moves nothing.
const Mover& Nobody() {
  static const std::string silence;
  static const Mover nobody{options::v1::ROLE_UNSPECIFIED, silence, ""};
  return nobody;
}

void Require(rpc::Session& session, const std::vector<Breach>& breaches) {
  if (breaches.empty()) return;
  Violations violations;
  AddBreaches(breaches, ReadFieldSets(session), Nobody(), violations);
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
}

std::vector<BindingRule> RulesWhere(const Pipeline& pipeline, const Deal& deal) {
  const auto* stage = FindStage(pipeline, deal.stage());
  return stage == nullptr ? std::vector<BindingRule>() : RulesFromHereOn(pipeline, *stage);
}

// By their keys. References stay valid.
class PipelinesByKey {
 public:
  explicit PipelinesByKey(rpc::Session& session) : session_(session) {}

  const Pipeline& Get(const std::string& key) {
    const auto known = pipelines_.find(key);
    return known != pipelines_.end() ? known->second : pipelines_.emplace(key, Pipelines(session_).Get(key)).first->second;
  }

 private:
  rpc::Session& session_;
  std::map<std::string, Pipeline> pipelines_;
};

}  // namespace

void CheckWay(RuleFacts& facts, const Way& way, const Mover& mover, Violations& violations) {
  const auto rules = RulesOf(way);
  if (rules.empty()) return;
  const auto breaches = BreachesOf(rules, facts.For(rules), way, mover);
  if (!breaches.empty()) AddBreaches(breaches, facts.FieldSets(), mover, violations);
}

void RequireRulesKeptByDeal(rpc::Session& session, const Pipeline& pipeline, const Deal& before, const Deal& after) {
  if (before.state() != Deal::STATE_OPEN) return;
  const auto rules = RulesWhere(pipeline, before);
  if (rules.empty()) return;
  RuleFacts facts_before(session, before);
  RuleFacts facts_after(session, after);
  Require(session, BreachesOfChange(rules, facts_before.For(rules), facts_after.For(rules)));
}

void RequireRulesKeptByContact(rpc::Session& session, const Contact& before, const Contact& after) {
  PipelinesByKey pipelines(session);
  std::vector<Breach> breaches;
  const auto deals = Deals(session).OpenOf(before.id());
  for (const auto& deal : deals) {
    const auto rules = RulesWhere(pipelines.Get(deal.pipeline()), deal);
    if (!AskAboutContacts(rules)) continue;
    std::ranges::move(BreachesOfChange(rules, {deal, &before}, {deal, &after}), std::back_inserter(breaches));
  }
  Require(session, breaches);
}

}  // namespace voronka::crm
