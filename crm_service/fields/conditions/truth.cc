#include "crm_service/fields/conditions/truth.h"

#include <google/protobuf/util/message_differencer.h>
#include <google/protobuf/util/time_util.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "crm_service/fields/numbers/decimal.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::MessageDifferencer;
using v1::Comparison;
using v1::Condition;
using v1::FieldValue;

// False where the two have no order.
bool IsBefore(const FieldValue& a, const FieldValue& b) {
  if (a.value_case() != b.value_case()) return false;
  switch (a.value_case()) {
    case FieldValue::kNumber:
      return IsLess(a.number(), b.number());
    case FieldValue::kMoney:
      return a.money().currency() == b.money().currency() && a.money().minor() < b.money().minor();
    case FieldValue::kDate:
      return a.date() < b.date();
    case FieldValue::kTime:
      return a.time() < b.time();
    default:
      return false;
  }
}

bool AreEqual(const FieldValue& a, const FieldValue& b) {
  if (a.has_number() && b.has_number()) return !IsLess(a.number(), b.number()) && !IsLess(b.number(), a.number());
  return MessageDifferencer::Equals(a, b);
}

bool Contains(const FieldValue& value, const FieldValue& part) {
  const auto folded = [](const FieldValue& text) { return icu::UnicodeString::fromUTF8(text.text()).foldCase(); };
  return value.has_text() && folded(value).indexOf(folded(part)) >= 0;
}

bool IsOneOf(const FieldValue& value, const Comparison& comparison) {
  return std::ranges::any_of(comparison.values(), [&](const FieldValue& wanted) { return AreEqual(value, wanted); });
}

bool Holds(const Comparison& comparison, const ValuesOfField& values_of) {
  const auto values = values_of(comparison.field());
  const auto any = [&](const auto& holds) { return std::ranges::any_of(values, holds); };
  const auto first = comparison.values().empty() ? FieldValue() : comparison.values(0);
  switch (comparison.operator_()) {
    case Comparison::OPERATOR_FILLED:
      return !values.empty();
    case Comparison::OPERATOR_BLANK:
      return values.empty();
    case Comparison::OPERATOR_ONE_OF:
      return any([&](const auto& value) { return IsOneOf(value, comparison); });
    case Comparison::OPERATOR_NONE_OF:
      return !any([&](const auto& value) { return IsOneOf(value, comparison); });
    case Comparison::OPERATOR_LESS:
      return any([&](const auto& value) { return IsBefore(value, first); });
    case Comparison::OPERATOR_MORE:
      return any([&](const auto& value) { return IsBefore(first, value); });
    case Comparison::OPERATOR_CONTAINS:
      return any([&](const auto& value) { return Contains(value, first); });
    default:
      return false;
  }
}

}  // namespace

bool IsTrue(const Condition& condition, const ValuesOfField& values_of) {
  const auto is_true = [&](const Condition& part) { return IsTrue(part, values_of); };
  switch (condition.condition_case()) {
    case Condition::kComparison:
      return Holds(condition.comparison(), values_of);
    case Condition::kAll:
      return std::ranges::all_of(condition.all().conditions(), is_true);
    case Condition::kAny:
      return std::ranges::any_of(condition.any().conditions(), is_true);
    case Condition::kNegation:
      return !IsTrue(condition.negation(), values_of);
    case Condition::CONDITION_NOT_SET:
      return true;
  }
  return true;
}

}  // namespace voronka::crm
