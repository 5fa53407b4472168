#include "crm_service/fields/rights/rule_veil.h"

#include <algorithm>
#include <string>

#include "crm_service/fields/field_sets/field_name.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {
namespace {

using v1::Condition;

bool IsHidden(const HiddenFields& hidden, const std::string& field) {
  const auto name = FieldName::Parse(field);
  const auto found = hidden.find(name.entity);
  return found != hidden.end() && found->second.contains(name.key);
}

bool ReadsHidden(const HiddenFields& hidden, const Condition& condition) {
  const auto any_does = [&](const v1::Conditions& inner) {
    return std::ranges::any_of(inner.conditions(), [&](const Condition& each) { return ReadsHidden(hidden, each); });
  };
  switch (condition.condition_case()) {
    case Condition::kComparison:
      return IsHidden(hidden, condition.comparison().field());
    case Condition::kAll:
      return any_does(condition.all());
    case Condition::kAny:
      return any_does(condition.any());
    case Condition::kNegation:
      return ReadsHidden(hidden, condition.negation());
    case Condition::CONDITION_NOT_SET:
      break;
  }
  return false;
}

template <class Elements, class Predicate>
void EraseThose(Elements& elements, const Predicate& predicate) {
  elements.erase(std::remove_if(elements.begin(), elements.end(), predicate), elements.end());
}

template <class Names>
void HideNamed(const HiddenFields& hidden, Names& names) {
  EraseThose(names, [&](const std::string& name) { return IsHidden(hidden, name); });
}

void HideInQuestionnaire(const HiddenFields& hidden, v1::Stage& stage) {
  auto& questionnaire = *stage.mutable_questionnaire();
  EraseThose(*questionnaire.mutable_questions(), [&](const v1::Question& question) {
    return IsHidden(hidden, question.field()) || ReadsHidden(hidden, question.condition());
  });
  auto& verdicts = *questionnaire.mutable_verdicts();
  const auto unknown = std::find_if(verdicts.begin(), verdicts.end(), [&](const v1::Verdict& verdict) {
    return ReadsHidden(hidden, verdict.condition());
  });
  verdicts.erase(unknown, verdicts.end());
  if (questionnaire.questions().empty()) stage.clear_questionnaire();
}

// Whether a rule asks for nothing that could be named.
bool AsksForNothing(const v1::Stage& stage, const v1::StageRule& rule) {
  if (rule.has_questionnaire()) return !stage.has_questionnaire();
  return rule.has_fields() && rule.fields().fields().empty();
}

void HideInStage(const HiddenFields& hidden, v1::Stage& stage) {
  if (stage.has_questionnaire()) HideInQuestionnaire(hidden, stage);
  for (auto& item : *stage.mutable_checklist()) {
    if (ReadsHidden(hidden, item.condition())) item.clear_condition();
  }
  for (auto& rule : *stage.mutable_rules()) {
    if (rule.has_fields()) HideNamed(hidden, *rule.mutable_fields()->mutable_fields());
  }
  EraseThose(*stage.mutable_rules(), [&](const v1::StageRule& rule) {
    return ReadsHidden(hidden, rule.condition()) || AsksForNothing(stage, rule);
  });
}

}  // namespace

void HideInRules(const HiddenFields& hidden, google::protobuf::Message& message) {
  const auto* type = message.GetDescriptor();
  if (type == v1::Stage::descriptor()) HideInStage(hidden, static_cast<v1::Stage&>(message));
  if (type == v1::Pipeline::descriptor()) {
    HideNamed(hidden, *static_cast<v1::Pipeline&>(message).mutable_quick_add_fields());
  }
}

}  // namespace voronka::crm
