#include "crm_service/sales/rules/binding_rules.h"

#include <algorithm>

#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/requests/formatted_texts.h"

namespace voronka::crm {
namespace {

using v1::Pipeline;
using v1::Stage;
using v1::StageRule;

// A rule names stages of its own pipeline. Those of another may have the same keys.
bool LeadsInto(const Stage& ruled, const Way& way) { return &ruled != way.from || way.StaysInPipeline(); }

bool IsExempt(const StageRule& rule, const Stage& ruled, const Way& way) {
  return (rule.except_lost() && way.to.kind() == Stage::KIND_LOST) ||
         (rule.except_won() && way.to.kind() == Stage::KIND_WON) ||
         (LeadsInto(ruled, way) && std::ranges::count(rule.except_stages(), way.to.key()) > 0);
}

bool IsForward(const Way& way) {
  return !way.StaysInPipeline() || IsClosing(way.to) || way.to.position() > way.from->position();
}

// Of what a deal has, which every change of it may take away.
bool AsksForValues(const StageRule& rule) { return rule.has_fields() || rule.has_questionnaire(); }

// What it asks for is wanted only of whoever goes on. The others say where one may go at all.
bool AsksOnTheWayForward(const StageRule& rule) {
  return AsksForValues(rule) || rule.has_comment() || rule.has_task() || rule.has_attempts() || rule.has_approval() ||
         rule.has_checklist();
}

// Whoever passes by was never in the stage, to do there what is done in it. An approval is asked for from anywhere.
bool AsksOfWhoPassesBy(const StageRule& rule) {
  return !rule.has_comment() && !rule.has_stages() && !rule.has_attempts() && !rule.has_checklist();
}

// What a deal that comes into being cannot have yet: nobody says anything or does anything. Whoever would have to agree
// is asked all the same: a deal that needs an approval begins on an earlier stage, or is made by who may give it.
bool AsksOfTheOlder(const StageRule& rule) {
  return rule.has_comment() || rule.has_task() || rule.has_attempts() || rule.has_checklist();
}

bool NamesWay(const StageRule& rule, const Stage& ruled, const Way& way) {
  if (rule.only_stages().empty()) return true;
  const auto names = [&](const Stage& stage) { return std::ranges::count(rule.only_stages(), stage.key()) > 0; };
  if (rule.binding() == StageRule::BINDING_ENTER) return way.StaysInPipeline() && names(*way.from);
  return LeadsInto(ruled, way) && names(way.to);
}

class Collector {
 public:
  explicit Collector(const Way& way) : way_(way) {}

  std::vector<BindingRule> Collected() {
    if (way_.from != nullptr) AddLeft(*way_.from);
    AddPassedBy();
    Add(way_.to, StageRule::BINDING_ENTER);
    AddFromHereOn();
    return std::move(rules_);
  }

 private:
  template <class Condition>
  void AddWhere(const Stage& stage, StageRule::Binding binding, Condition holds) {
    for (const auto& rule : stage.rules()) {
      if (rule.binding() != binding || IsExempt(rule, stage, way_) || !NamesWay(rule, stage, way_)) continue;
      if (way_.from == nullptr && AsksOfTheOlder(rule)) continue;
      if (holds(rule)) rules_.push_back({&stage, &rule});
    }
  }
  void Add(const Stage& stage, StageRule::Binding binding) {
    AddWhere(stage, binding, [](const StageRule&) { return true; });
  }

  void AddLeft(const Stage& left) {
    AddWhere(left, StageRule::BINDING_LEAVE,
             [&](const StageRule& rule) { return IsForward(way_) || !AsksOnTheWayForward(rule); });
  }

  // A deal that is reopened, new, or of another pipeline comes from before the first stage.
  int PositionBefore() const { return way_.StaysInPipeline() && !IsClosing(*way_.from) ? way_.from->position() : 0; }

  void AddPassedBy() {
    if (way_.to.kind() == Stage::KIND_LOST) return;
    for (const auto& stage : way_.pipeline.stages()) {
      const bool is_between = PositionBefore() < stage.position() && stage.position() < way_.to.position();
      if (is_between && !stage.parking() && !IsClosing(stage)) {
        AddWhere(stage, StageRule::BINDING_LEAVE, AsksOfWhoPassesBy);
      }
    }
  }

  void AddFromHereOn() {
    if (way_.to.kind() == Stage::KIND_LOST) return;
    for (const auto& stage : way_.pipeline.stages()) {
      if (stage.position() <= way_.to.position() && stage.kind() != Stage::KIND_LOST) {
        Add(stage, StageRule::BINDING_FROM_HERE_ON);
      }
    }
  }

  const Way& way_;
  std::vector<BindingRule> rules_;
};

}  // namespace

void ForEachFieldOf(const BindingRule& binding, const std::function<void(const std::string& field)>& visit) {
  const auto visit_in = [&](const auto& things) {
    for (const auto& thing : things) rpc::ForEachTextOf(options::v1::FORMAT_FIELD, thing, visit);
  };
  rpc::ForEachTextOf(options::v1::FORMAT_FIELD, *binding.rule, visit);
  if (binding.rule->has_checklist()) visit_in(binding.stage->checklist());
  if (binding.rule->has_questionnaire()) visit_in(binding.stage->questionnaire().questions());
}

std::vector<BindingRule> RulesOf(const Way& way) { return Collector(way).Collected(); }

std::vector<BindingRule> RulesFromHereOn(const Pipeline& pipeline, const Stage& stage) {
  std::vector<BindingRule> rules = RulesOf({&stage, pipeline.key(), pipeline, stage});
  std::erase_if(rules, [](const BindingRule& each) {
    return each.rule->binding() != StageRule::BINDING_FROM_HERE_ON || !AsksForValues(*each.rule);
  });
  return rules;
}

}  // namespace voronka::crm
