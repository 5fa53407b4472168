#include "crm_service/sales/pipelines/rule_definitions.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "crm_service/fields/values/value_check.h"

namespace voronka::crm {
namespace {

using rpc::Violations;
using v1::Comparison;
using v1::Condition;
using v1::Field;
using v1::FieldValue;
using v1::Pipeline;
using v1::Stage;
using v1::StageRule;

constexpr int kDeepest = 5;

bool HasOrder(Field::Kind kind) {
  return kind == Field::KIND_NUMBER || kind == Field::KIND_MONEY || kind == Field::KIND_DATE ||
         kind == Field::KIND_TIME;
}

// One of several choices is compared with a choice.
FieldValue::ValueCase ComparedCase(Field::Kind kind) {
  return kind == Field::KIND_CHOICES ? FieldValue::kChoice : ValueCaseOf(kind);
}

bool Suits(Comparison::Operator comparison, Field::Kind kind) {
  switch (comparison) {
    case Comparison::OPERATOR_LESS:
    case Comparison::OPERATOR_MORE:
      return HasOrder(kind);
    case Comparison::OPERATOR_CONTAINS:
      return ValueCaseOf(kind) == FieldValue::kText;
    case Comparison::OPERATOR_ONE_OF:
    case Comparison::OPERATOR_NONE_OF:
      return ValueCaseOf(kind) != FieldValue::VALUE_NOT_SET;
    default:
      return true;
  }
}

bool TakesValues(Comparison::Operator comparison) {
  return comparison != Comparison::OPERATOR_FILLED && comparison != Comparison::OPERATOR_BLANK;
}

bool IsChoiceOf(const Field& field, const FieldValue& value) {
  return !value.has_choice() ||
         std::ranges::any_of(field.choices(), [&](const auto& choice) { return choice.key() == value.choice(); });
}

// Null with a violation.
const Field* RequireField(const std::string& name, const std::string& path, const Pipeline& pipeline,
                          const FieldSetsByEntity& field_sets, Violations& violations) {
  const auto* field = FindField(field_sets, FieldName::Parse(name));
  if (field == nullptr) {
    violations.Add("UNKNOWN_FIELD", path, {"There is no such field.", "Такого поля нет."});
    return nullptr;
  }
  violations.AddUnless(IsIn(*field, pipeline.key()), "FIELD_NOT_IN_PIPELINE", path,
                       {"The field is not shown in this pipeline.", "В этой воронке поле не показывается."});
  return field;
}

// The rule at one place of a pipeline.
class RuleCheck {
 public:
  RuleCheck(const Pipeline& pipeline, const Stage& stage, const StageRule& rule, std::string path,
            const FieldSetsByEntity& field_sets, Violations& violations)
      : pipeline_(pipeline),
        stage_(stage),
        rule_(rule),
        path_(std::move(path)),
        field_sets_(field_sets),
        violations_(violations) {}

  void Run() {
    Unless(rule_.ask_case() != StageRule::ASK_NOT_SET, "ASK_REQUIRED", "",
           {"Say what the rule asks for.", "Скажите, что требует правило."});
    Unless(rule_.binding() == StageRule::BINDING_LEAVE || &stage_ != &pipeline_.stages(0), "ENTRY_RULE_ON_FIRST_STAGE",
           ".binding",
           {"The first stage turns nobody away.", "Первый этап принимает всех: правил на вход у него нет."});
    Unless(!rule_.has_never() || rule_.has_condition(), "CONDITION_REQUIRED", ".condition",
           {"Say which deals the stage is not for.", "Скажите, каким сделкам этап недоступен."});
    for (int i = 0; i < rule_.fields().fields_size(); ++i) {
      RequireField(rule_.fields().fields(i), fmt::format(".fields.fields[{}]", i));
    }
    RequireStages(rule_.stages().stages(), ".stages.stages");
    RequireStages(rule_.except_stages(), ".except_stages");
    if (rule_.has_condition()) Check(rule_.condition(), ".condition", 1);
  }

 private:
  void Unless(bool holds, const char* reason, const std::string& where, rpc::Text text) {
    violations_.AddUnless(holds, reason, path_ + where, std::move(text));
  }

  void RequireStages(const google::protobuf::RepeatedPtrField<std::string>& stages, const std::string& where) {
    for (int i = 0; i < stages.size(); ++i) {
      const bool is_known =
          std::ranges::any_of(pipeline_.stages(), [&](const Stage& stage) { return stage.key() == stages[i]; });
      Unless(is_known, "UNKNOWN_STAGE", fmt::format("{}[{}]", where, i),
             {"The pipeline has no such stage.", "В воронке нет такого этапа."});
    }
  }

  const Field* RequireField(const std::string& name, const std::string& where) {
    return voronka::crm::RequireField(name, path_ + where, pipeline_, field_sets_, violations_);
  }

  void Check(const Condition& condition, const std::string& where, int depth) {
    Unless(condition.condition_case() != Condition::CONDITION_NOT_SET, "CONDITION_EMPTY", where,
           {"The condition says nothing.", "Условие пустое."});
    if (depth > kDeepest) {
      return Unless(false, "CONDITION_TOO_DEEP", where,
                    {"At most five conditions in one another.", "Не больше пяти условий одно в другом."});
    }
    if (condition.has_comparison()) Check(condition.comparison(), where + ".comparison");
    CheckAll(condition.all(), where + ".all", depth);
    CheckAll(condition.any(), where + ".any", depth);
    if (condition.has_negation()) Check(condition.negation(), where + ".negation", depth + 1);
  }

  void CheckAll(const v1::Conditions& conditions, const std::string& where, int depth) {
    for (int i = 0; i < conditions.conditions_size(); ++i) {
      Check(conditions.conditions(i), fmt::format("{}.conditions[{}]", where, i), depth + 1);
    }
  }

  void Check(const Comparison& comparison, const std::string& where) {
    const auto* field = RequireField(comparison.field(), where + ".field");
    if (field == nullptr) return;
    Unless(Suits(comparison.operator_(), field->kind()), "NOT_OF_THIS_KIND", where + ".operator",
           {"The field cannot be compared so.", "Это поле так не сравнивается."});
    Unless(TakesValues(comparison.operator_()) == !comparison.values().empty(), "VALUES_REQUIRED", where + ".values",
           {"Say what the field is compared with; “filled” and “blank” compare with nothing.",
            "Скажите, с чем сравнить поле; «заполнено» и «пусто» ни с чем не сравнивают."});
    for (int i = 0; i < comparison.values_size(); ++i) {
      const auto& value = comparison.values(i);
      Unless(value.value_case() == ComparedCase(field->kind()) && IsChoiceOf(*field, value), "NOT_OF_THIS_KIND",
             fmt::format("{}.values[{}]", where, i),
             {"The field never has this value.", "Такого значения у поля не бывает."});
    }
  }

  const Pipeline& pipeline_;
  const Stage& stage_;
  const StageRule& rule_;
  const std::string path_;
  const FieldSetsByEntity& field_sets_;
  Violations& violations_;
};

void CheckQuickAdd(const Pipeline& pipeline, const FieldSetsByEntity& field_sets, Violations& violations) {
  std::set<std::string> seen;
  for (int i = 0; i < pipeline.quick_add_fields_size(); ++i) {
    const auto path = fmt::format("pipeline.quick_add_fields[{}]", i);
    RequireField(pipeline.quick_add_fields(i), path, pipeline, field_sets, violations);
    violations.AddUnless(seen.insert(pipeline.quick_add_fields(i)).second, "DUPLICATE_KEY", path,
                         {"The field is named twice.", "Поле названо дважды."});
  }
}

}  // namespace

void CheckRules(const Pipeline& pipeline, const FieldSetsByEntity& field_sets, Violations& violations) {
  for (int i = 0; i < pipeline.stages_size(); ++i) {
    const auto& stage = pipeline.stages(i);
    std::set<std::string> keys;
    for (int j = 0; j < stage.rules_size(); ++j) {
      const auto path = fmt::format("pipeline.stages[{}].rules[{}]", i, j);
      violations.AddUnless(keys.insert(stage.rules(j).key()).second, "DUPLICATE_KEY", path + ".key",
                           {"The key is used twice.", "Ключ повторяется."});
      RuleCheck(pipeline, stage, stage.rules(j), path, field_sets, violations).Run();
    }
  }
  CheckQuickAdd(pipeline, field_sets, violations);
}

}  // namespace voronka::crm
