#include "crm_service/fields/filters/resolved.h"

#include <cctz/civil_time.h>
#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "foundation/calendar/local_time.h"

namespace voronka::crm {
namespace {

using cctz::civil_day;
using v1::Comparison;
using v1::Condition;
using v1::Field;
using v1::FieldValue;
using v1::Period;

civil_day Today(const Asking& asking) {
  const cctz::time_point<cctz::seconds> now{std::chrono::seconds(asking.now / 1'000'000)};
  return civil_day(cctz::convert(now, asking.zone));
}

// The first day of the unit that is `count` units after the present one.
civil_day UnboundedBeginning(Period::Unit unit, int count, civil_day today) {
  constexpr int kMonthsOfQuarter = 3;
  switch (unit) {
    case Period::UNIT_WEEK:
      return cctz::prev_weekday(today + 1, cctz::weekday::monday) + 7 * count;
    case Period::UNIT_MONTH:
      return civil_day(cctz::civil_month(today) + count);
    case Period::UNIT_QUARTER: {
      const cctz::civil_month month(today);
      return civil_day(month - (month.month() - 1) % kMonthsOfQuarter + kMonthsOfQuarter * count);
    }
    case Period::UNIT_YEAR:
      return civil_day(cctz::civil_year(today) + count);
    default:
      return today + count;
  }
}

// Where moments can be told.
civil_day BeginningOf(Period::Unit unit, int count, civil_day today) {
  return std::clamp(UnboundedBeginning(unit, count, today), civil_day(1970, 1, 2), civil_day(9999, 12, 30));
}

FieldValue BeginningOfDay(civil_day day, Field::Kind kind, const Asking& asking) {
  FieldValue value;
  if (kind == Field::KIND_DATE) {
    value.set_date(
        cctz::format("%Y-%m-%d", cctz::convert(cctz::civil_second(day), cctz::utc_time_zone()), cctz::utc_time_zone()));
  } else {
    const auto moment = calendar::MomentOf(cctz::civil_second(day), asking.zone);
    *value.mutable_time() = google::protobuf::util::TimeUtil::SecondsToTimestamp(moment.time_since_epoch().count());
  }
  return value;
}

Condition Compared(const std::string& field, Comparison::Operator how, const FieldValue& value) {
  Condition condition;
  condition.mutable_comparison()->set_field(field);
  condition.mutable_comparison()->set_operator_(how);
  *condition.mutable_comparison()->add_values() = value;
  return condition;
}

Condition Not(Condition condition) {
  Condition negation;
  *negation.mutable_negation() = std::move(condition);
  return negation;
}

Condition Both(Condition one, Condition other) {
  Condition both;
  *both.mutable_all()->add_conditions() = std::move(one);
  *both.mutable_all()->add_conditions() = std::move(other);
  return both;
}

Condition IsFilled(const std::string& field) {
  Condition condition;
  condition.mutable_comparison()->set_field(field);
  condition.mutable_comparison()->set_operator_(Comparison::OPERATOR_FILLED);
  return condition;
}

Condition WithinPeriod(const Comparison& comparison, Field::Kind kind, const Asking& asking) {
  const auto& name = comparison.field();
  const auto& period = comparison.period();
  const auto today = Today(asking);
  const auto beginning = BeginningOfDay(BeginningOf(period.unit(), period.first(), today), kind, asking);
  const auto end = BeginningOfDay(BeginningOf(period.unit(), period.last() + 1, today), kind, asking);
  const auto before = Compared(name, Comparison::OPERATOR_LESS, beginning);
  const auto before_end = Compared(name, Comparison::OPERATOR_LESS, end);
  switch (comparison.operator_()) {
    case Comparison::OPERATOR_LESS:
      return before;
    case Comparison::OPERATOR_MORE:
      return Both(IsFilled(name), Not(before_end));
    case Comparison::OPERATOR_NONE_OF:
      return Not(Both(before_end, Not(before)));
    default:
      return Both(before_end, Not(before));
  }
}

Condition WithValues(const Comparison& comparison, const FilterFields& fields, const Asking& asking) {
  const auto* field = fields.Find(comparison.field());
  if (comparison.has_period() && field != nullptr) return WithinPeriod(comparison, field->kind(), asking);
  Condition condition;
  *condition.mutable_comparison() = comparison;
  if (comparison.caller()) {
    condition.mutable_comparison()->clear_caller();
    condition.mutable_comparison()->add_values()->set_user_id(asking.user_id);
  }
  return condition;
}

}  // namespace

Condition Resolved(const Condition& condition, const FilterFields& fields, const Asking& asking) {
  if (condition.has_comparison()) return WithValues(condition.comparison(), fields, asking);
  Condition resolved = condition;
  if (condition.has_all()) {
    for (auto& part : *resolved.mutable_all()->mutable_conditions()) part = Resolved(part, fields, asking);
  }
  if (condition.has_any()) {
    for (auto& part : *resolved.mutable_any()->mutable_conditions()) part = Resolved(part, fields, asking);
  }
  if (condition.has_negation()) *resolved.mutable_negation() = Resolved(condition.negation(), fields, asking);
  return resolved;
}

bool HasPeriod(const Condition& condition) {
  return condition.comparison().has_period() || std::ranges::any_of(condition.all().conditions(), HasPeriod) ||
         std::ranges::any_of(condition.any().conditions(), HasPeriod) ||
         (condition.has_negation() && HasPeriod(condition.negation()));
}

}  // namespace voronka::crm
