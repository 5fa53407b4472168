#include "demo/life/asked_of_way.h"

#include <algorithm>

namespace voronka::demo {
namespace {

using crm::v1::Stage;
using crm::v1::StageRule;

bool IsForWay(const StageRule& rule, StageRule::Binding binding, const Stage& other) {
  const auto& only = rule.only_stages();
  return rule.binding() == binding && (only.empty() || std::ranges::count(only, other.key()) > 0);
}

template <class Visit>
void ForEachRuleOfWay(const Stage& from, const Stage& to, Visit visit) {
  for (const StageRule& rule : from.rules()) {
    if (IsForWay(rule, StageRule::BINDING_LEAVE, to)) visit(rule);
  }
  for (const StageRule& rule : to.rules()) {
    if (IsForWay(rule, StageRule::BINDING_ENTER, from)) visit(rule);
  }
}

bool NeedsApproval(const Stage& from, const Stage& to) {
  bool needs = false;
  ForEachRuleOfWay(from, to, [&](const StageRule& rule) { needs = needs || rule.has_approval(); });
  return needs;
}

}  // namespace

int AttemptsAsked(const Stage& from, const Stage& to) {
  int most = 0;
  ForEachRuleOfWay(from, to, [&](const StageRule& rule) { most = std::max(most, rule.attempts().at_least()); });
  return most;
}

const Stage* StageToApprove(const crm::v1::Pipeline& pipeline, const Stage& from) {
  const auto& stages = pipeline.stages();
  const auto found =
      std::ranges::find_if(stages, [&](const Stage& to) { return to.key() != from.key() && NeedsApproval(from, to); });
  return found == stages.end() ? nullptr : &*found;
}

}  // namespace voronka::demo
