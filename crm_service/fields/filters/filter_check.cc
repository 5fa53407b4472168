#include "crm_service/fields/filters/filter_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "crm_service/fields/values/value_check.h"

namespace voronka::crm {
namespace {

using v1::Comparison;
using v1::Condition;
using v1::Field;
using v1::FieldValue;

constexpr int kDeepestFilter = 5;
constexpr int kMostComparisons = 50;

bool IsOrdered(Field::Kind kind) {
  return kind == Field::KIND_NUMBER || kind == Field::KIND_MONEY || kind == Field::KIND_DATE ||
         kind == Field::KIND_TIME;
}

bool IsOfCalendar(Field::Kind kind) { return kind == Field::KIND_DATE || kind == Field::KIND_TIME; }

// What the values of a comparison are. Clients are compared by their ids.
FieldValue::ValueCase CaseComparedWith(Field::Kind kind) {
  switch (kind) {
    case Field::KIND_CHOICES:
      return FieldValue::kChoice;
    case Field::KIND_CONTACT:
    case Field::KIND_COMPANY:
      return FieldValue::kNumber;
    default:
      return ValueCaseOf(kind);
  }
}

bool CanBeAsked(Comparison::Operator asked, Field::Kind kind) {
  switch (asked) {
    case Comparison::OPERATOR_LESS:
    case Comparison::OPERATOR_MORE:
      return IsOrdered(kind);
    case Comparison::OPERATOR_CONTAINS:
      return CaseComparedWith(kind) == FieldValue::kText;
    default:
      return true;
  }
}

bool HasOperand(const Comparison& comparison) {
  return !comparison.values().empty() || comparison.has_period() || comparison.caller();
}

bool IsAboutBlanks(const Comparison& comparison) {
  return comparison.operator_() == Comparison::OPERATOR_FILLED || comparison.operator_() == Comparison::OPERATOR_BLANK;
}

bool IsAmongChoices(const Field& field, const FieldValue& value) {
  return !value.has_choice() || field.choices().empty() ||
         std::ranges::any_of(field.choices(), [&](const auto& choice) { return choice.key() == value.choice(); });
}

class FilterCheck {
 public:
  FilterCheck(const FilterFields& fields, rpc::Violations& violations) : fields_(fields), violations_(violations) {}

  void Check(const Condition& condition, const std::string& where, int depth) {
    Unless(condition.condition_case() != Condition::CONDITION_NOT_SET, "CONDITION_EMPTY", where,
           {"The condition says nothing.", "Условие пустое."});
    if (depth > kDeepestFilter) {
      return Unless(false, "CONDITION_TOO_DEEP", where,
                    {"At most five conditions in one another.", "Не больше пяти условий одно в другом."});
    }
    if (condition.has_comparison()) Check(condition.comparison(), where + ".comparison");
    CheckEach(condition.all(), where + ".all", depth);
    CheckEach(condition.any(), where + ".any", depth);
    if (condition.has_negation()) Check(condition.negation(), where + ".negation", depth + 1);
  }

  int comparisons() const { return comparisons_; }

 private:
  void Unless(bool holds, const char* reason, const std::string& path, rpc::Text text) {
    violations_.AddUnless(holds, reason, path, std::move(text));
  }

  void CheckEach(const v1::Conditions& conditions, const std::string& where, int depth) {
    for (int i = 0; i < conditions.conditions_size(); ++i) {
      Check(conditions.conditions(i), fmt::format("{}.conditions[{}]", where, i), depth + 1);
    }
  }

  void Check(const Comparison& comparison, const std::string& where) {
    ++comparisons_;
    const auto* field = fields_.Find(comparison.field());
    if (field == nullptr) {
      return Unless(false, "UNKNOWN_FIELD", where + ".field", {"There is no such field.", "Такого поля нет."});
    }
    Unless(CanBeAsked(comparison.operator_(), field->kind()), "NOT_OF_THIS_KIND", where + ".operator",
           {"The field cannot be compared so.", "Это поле так не сравнивается."});
    Unless(IsAboutBlanks(comparison) != HasOperand(comparison), "VALUES_REQUIRED", where + ".values",
           {"Say what the field is compared with; “filled” and “blank” compare with nothing.",
            "Скажите, с чем сравнить поле; «заполнено» и «пусто» ни с чем не сравнивают."});
    CheckPeriod(comparison, *field, where);
    Unless(!comparison.caller() || (field->kind() == Field::KIND_USER && !comparison.has_period()), "NOT_OF_THIS_KIND",
           where + ".caller", {"Only users are compared with the caller.", "С собой сравнивают только сотрудника."});
    for (int i = 0; i < comparison.values_size(); ++i) {
      const auto& value = comparison.values(i);
      Unless(value.value_case() == CaseComparedWith(field->kind()) && IsAmongChoices(*field, value), "NOT_OF_THIS_KIND",
             fmt::format("{}.values[{}]", where, i),
             {"The field never has this value.", "Такого значения у поля не бывает."});
    }
  }

  void CheckPeriod(const Comparison& comparison, const Field& field, const std::string& where) {
    if (!comparison.has_period()) return;
    Unless(IsOfCalendar(field.kind()) && comparison.values().empty(), "NOT_OF_THIS_KIND", where + ".period",
           {"Only dates and times are compared with a period, and not with values as well.",
            "С периодом сравнивают только дату или время, и без других значений."});
    Unless(comparison.period().first() <= comparison.period().last(), "PERIOD_REVERSED", where + ".period.last",
           {"The period ends before it begins.", "Период кончается раньше, чем начинается."});
  }

  const FilterFields& fields_;
  rpc::Violations& violations_;
  int comparisons_ = 0;
};

}  // namespace

void CheckFilter(const Condition& filter, const FilterFields& fields, const std::string& path,
                 rpc::Violations& violations) {
  FilterCheck check(fields, violations);
  check.Check(filter, path, 1);
  violations.AddUnless(check.comparisons() <= kMostComparisons, "TOO_MANY", path,
                       {"At most 50 comparisons.", "Не больше 50 сравнений."});
}

}  // namespace voronka::crm
