#include "crm_service/fields/filters/constraints.h"

#include <algorithm>

namespace voronka::crm {
namespace {

using v1::Comparison;
using v1::Condition;

// Where two say the same of a field, the first stays: a wider net is still one.
void AddComparison(const Comparison& comparison, Constraints& constraints) {
  auto& constraint = constraints[comparison.field()];
  switch (comparison.operator_()) {
    case Comparison::OPERATOR_ONE_OF:
      if (!constraint.one_of) constraint.one_of.emplace(comparison.values().begin(), comparison.values().end());
      return;
    case Comparison::OPERATOR_LESS:
      if (!constraint.to) constraint.to = comparison.values(0);
      return;
    case Comparison::OPERATOR_MORE:
      if (!constraint.from) constraint.from = comparison.values(0);
      return;
    case Comparison::OPERATOR_FILLED:
      constraint.is_filled = true;
      return;
    default:
      return;
  }
}

// What is not before a moment is at or after it, or blank, which no range of an index has.
void AddNegated(const Comparison& comparison, Constraints& lower_bounds) {
  if (comparison.operator_() == Comparison::OPERATOR_LESS) {
    lower_bounds[comparison.field()].from = comparison.values(0);
  }
}

bool CanNarrow(const Constraint& constraint) {
  return constraint.to.has_value() || constraint.from.has_value() || constraint.one_of.has_value();
}

bool RulesBlanksOut(const Constraint& constraint) { return constraint.is_filled || CanNarrow(constraint); }

void Collect(const Condition& condition, Constraints& constraints, Constraints& lower_bounds) {
  if (condition.has_comparison()) AddComparison(condition.comparison(), constraints);
  if (condition.negation().has_comparison()) AddNegated(condition.negation().comparison(), lower_bounds);
  for (const auto& part : condition.all().conditions()) Collect(part, constraints, lower_bounds);
}

}  // namespace

Constraints ConstraintsOf(const Condition& condition) {
  Constraints constraints;
  Constraints lower_bounds;
  Collect(condition, constraints, lower_bounds);
  for (const auto& [field, bound] : lower_bounds) {
    const auto found = constraints.find(field);
    if (found != constraints.end() && RulesBlanksOut(found->second) && !found->second.from) {
      found->second.from = bound.from;
    }
  }
  std::erase_if(constraints, [](const auto& each) { return !CanNarrow(each.second); });
  return constraints;
}

bool MustBeYes(const Constraints& constraints, const std::string& field) {
  const auto found = constraints.find(field);
  if (found == constraints.end() || !found->second.one_of) return false;
  return std::ranges::all_of(*found->second.one_of, [](const auto& value) { return value.yes(); });
}

}  // namespace voronka::crm
