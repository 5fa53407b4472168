#include "crm_service/sales/rules/rule_check.h"

#include <algorithm>
#include <iterator>

#include "crm_service/sales/rules/condition.h"
#include "foundation/rpc/requests/text_checks.h"

namespace voronka::crm {
namespace {

using rpc::Text;
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

// Leaving, the stage that the deal goes to; entering, the one that it comes from.
bool IsAllowedWay(const BindingRule& binding, const Way& way) {
  const auto& stages = binding.rule->stages().stages();
  const bool leaves = binding.rule->binding() == StageRule::BINDING_LEAVE;
  if (!way.StaysInPipeline()) return !leaves && way.from == nullptr;
  return std::ranges::count(stages, leaves ? way.to.key() : way.from->key()) > 0;
}

bool IsKept(const BindingRule& binding, const Facts& facts, const Way& way, const Mover& mover) {
  switch (binding.rule->ask_case()) {
    case StageRule::kComment:
      return !rpc::IsBlank(mover.comment);
    case StageRule::kRoles:
      return std::ranges::count(binding.rule->roles().roles(), mover.role) > 0;
    case StageRule::kStages:
      return IsAllowedWay(binding, way);
    case StageRule::kTask:
      return facts.has_open_task;
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
    if (Binds(*binding.rule, facts)) std::ranges::move(BlankFields(binding, facts), std::back_inserter(breaches));
  }
  return breaches;
}

struct Words {
  const char* reason;
  std::string field;
  Text text;
};

Words WordsFor(const Breach& breach, const FieldSetsByEntity& field_sets, const Mover& mover) {
  const auto& stage = breach.broken.stage->name();
  switch (breach.broken.rule->ask_case()) {
    case StageRule::kFields: {
      const auto name = FieldName::Parse(breach.field);
      const auto label = LabelOf(field_sets, name);
      return {"FIELD_REQUIRED", name.Path(), {"Fill in “" + label.en + "”.", "Заполните «" + label.ru + "»."}};
    }
    case StageRule::kComment:
      return {"COMMENT_REQUIRED", mover.comment_field, {"Write a comment.", "Напишите комментарий."}};
    case StageRule::kRoles:
      return {"ROLE_NOT_ALLOWED",
              "stage",
              {"Your role may not make this move (the stage “" + stage + "”).",
               "Вашей роли такой переход недоступен (этап «" + stage + "»)."}};
    case StageRule::kStages:
      return {"TRANSITION_NOT_ALLOWED",
              "stage",
              {"There is no way between these stages (the stage “" + stage + "”).",
               "Между этими этапами нет перехода (этап «" + stage + "»)."}};
    case StageRule::kTask:
      return {"TASK_REQUIRED", "deal_id", {"Plan a task for the deal.", "Запланируйте задачу по сделке."}};
    default:
      return {"NOT_FOR_THIS_DEAL",
              "stage",
              {"The stage “" + stage + "” is not for this deal.", "Этап «" + stage + "» не для этой сделки."}};
  }
}

}  // namespace

std::vector<Breach> BreachesOf(std::span<const BindingRule> rules, const Facts& facts, const Way& way,
                               const Mover& mover) {
  auto breaches = StandingBreaches(rules, facts);
  for (const auto& binding : rules) {
    if (Binds(*binding.rule, facts) && !IsKept(binding, facts, way, mover)) breaches.push_back({binding});
  }
  return breaches;
}

std::vector<Breach> BreachesOfChange(std::span<const BindingRule> rules, const Facts& before, const Facts& after) {
  const auto had = StandingBreaches(rules, before);
  auto breaches = StandingBreaches(rules, after);
  std::erase_if(breaches, [&](const Breach& breach) {
    return std::ranges::any_of(had, [&](const Breach& other) { return AreSame(breach, other); });
  });
  return breaches;
}

void AddBreaches(std::span<const Breach> breaches, const FieldSetsByEntity& field_sets, const Mover& mover,
                 rpc::Violations& violations) {
  for (const auto& breach : breaches) {
    auto [reason, field, text] = WordsFor(breach, field_sets, mover);
    const auto& own = breach.broken.rule->text();
    if (!own.empty()) text = {own, own};
    const bool is_known = std::ranges::any_of(
        violations.all(), [&](const rpc::Violation& known) { return known.reason == reason && known.field == field; });
    if (!is_known) violations.Add(reason, field, std::move(text));
  }
}

}  // namespace voronka::crm
