#include "crm_service/sales/pipelines/condition_definitions.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "crm_service/fields/values/value_check.h"

namespace voronka::crm {
namespace {

using rpc::Violations;
using v1::Comparison;
using v1::Condition;
using v1::Field;
using v1::FieldValue;
using v1::Pipeline;

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

// The condition at one place of a pipeline.
class ConditionCheck {
 public:
  ConditionCheck(const Pipeline& pipeline, const FieldSetsByEntity& field_sets, Violations& violations)
      : pipeline_(pipeline), field_sets_(field_sets), violations_(violations) {}

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

 private:
  void Unless(bool holds, const char* reason, const std::string& path, rpc::Text text) {
    violations_.AddUnless(holds, reason, path, std::move(text));
  }

  void CheckAll(const v1::Conditions& conditions, const std::string& where, int depth) {
    for (int i = 0; i < conditions.conditions_size(); ++i) {
      Check(conditions.conditions(i), fmt::format("{}.conditions[{}]", where, i), depth + 1);
    }
  }

  void Check(const Comparison& comparison, const std::string& where) {
    const auto* field = RequireField(comparison.field(), where + ".field", pipeline_, field_sets_, violations_);
    if (field == nullptr) return;
    Unless(Suits(comparison.operator_(), field->kind()), "NOT_OF_THIS_KIND", where + ".operator",
           {"The field cannot be compared so.", "Это поле так не сравнивается."});
    Unless(TakesValues(comparison.operator_()) == !comparison.values().empty(), "VALUES_REQUIRED", where + ".values",
           {"Say what the field is compared with; “filled” and “blank” compare with nothing.",
            "Скажите, с чем сравнить поле; «заполнено» и «пусто» ни с чем не сравнивают."});
    Unless(!comparison.has_period() && !comparison.caller(), "NOT_OF_THIS_KIND", where + ".period",
           {"A rule compares with values only: what it says does not change by itself.",
            "Правило сравнивает только со значениями: само по себе оно не меняется."});
    for (int i = 0; i < comparison.values_size(); ++i) {
      const auto& value = comparison.values(i);
      Unless(value.value_case() == ComparedCase(field->kind()) && IsChoiceOf(*field, value), "NOT_OF_THIS_KIND",
             fmt::format("{}.values[{}]", where, i),
             {"The field never has this value.", "Такого значения у поля не бывает."});
    }
  }

  const Pipeline& pipeline_;
  const FieldSetsByEntity& field_sets_;
  Violations& violations_;
};

}  // namespace

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

void CheckCondition(const Condition& condition, const std::string& path, const Pipeline& pipeline,
                    const FieldSetsByEntity& field_sets, Violations& violations) {
  ConditionCheck(pipeline, field_sets, violations).Check(condition, path, 1);
}

}  // namespace voronka::crm
