#include "crm_service/fields/filters/filter_plan.h"

#include <iterator>
#include <stdexcept>
#include <utility>

#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/fields/filters/filter_check.h"
#include "crm_service/fields/filters/filter_orders.h"
#include "crm_service/fields/filters/resolved.h"
#include "crm_service/people/accounts/accounts.h"
#include "crm_service/people/users/users.h"
#include "foundation/calendar/day.h"

namespace voronka::crm {
namespace {

using rpc::Session;
using rpc::Violations;
using v1::Condition;
using v1::FieldValue;

AskedOrder OrderOf(const FilterTable& table, const FilterFields& fields, const std::string& order_by,
                   Violations& violations) {
  const auto order = OrderCalled(table, fields, order_by);
  violations.AddUnless(order.has_value(), "UNKNOWN_ORDER", "order_by",
                       {"The list has no such order.", "Так список не упорядочить."});
  return order.value_or(AskedOrder());
}

void CheckIsReady(const AskedOrder& order) {
  if (!order.own || !order.own->is_filling) return;
  throw rpc::Error(rpc::Code::kFailedPrecondition, {"INDEX_NOT_READY",
                                                    "order_by",
                                                    {"The values of the field are still being prepared for the search.",
                                                     "Значения поля ещё готовятся к поиску."}});
}

cctz::time_zone ZoneOfCaller(Session& session) {
  const auto user = Users(session).Find(session.caller.user_id);
  if (user && !user->time_zone().empty()) return calendar::ZoneNamed(user->time_zone());
  return calendar::ZoneNamed(Accounts(session).Get().time_zone());
}

Asking AskingNow(Session& session, const Condition& condition) {
  Asking asking{session.caller.user_id, session.Now()};
  if (HasPeriod(condition)) asking.zone = ZoneOfCaller(session);
  return asking;
}

}  // namespace

FilterPlan::FilterPlan(Session& session, const FilterTable& table, const Condition* filter, const std::string& order_by)
    : table_(table), fields_(table.subject, session.caller.role, FieldSets(session).All()) {
  Violations violations;
  if (filter != nullptr) CheckFilter(*filter, fields_, "filter", violations);
  order_ = OrderOf(table, fields_, order_by, violations);
  violations.ThrowIfAny();
  CheckIsReady(order_);
  if (filter == nullptr) return;
  condition_ = Resolved(*filter, fields_, AskingNow(session, *filter));
  constraints_ = ConstraintsOf(*condition_);
  CollectNames(*condition_);
}

void FilterPlan::Require(const std::string& field, std::vector<FieldValue> one_of) {
  Condition both;
  auto& comparison = *both.mutable_all()->add_conditions()->mutable_comparison();
  comparison.set_field(field);
  comparison.set_operator_(v1::Comparison::OPERATOR_ONE_OF);
  for (auto& value : one_of) *comparison.add_values() = std::move(value);
  if (condition_) *both.mutable_all()->add_conditions() = *std::move(condition_);
  constraints_ = ConstraintsOf(both);
  CollectNames(both);
  condition_ = std::move(both);
}

void FilterPlan::NarrowToUsers(const std::string& field, const std::vector<int64_t>& user_ids) {
  auto& constraint = constraints_[field];
  if (constraint.one_of) return;
  constraint.one_of.emplace();
  for (const int64_t id : user_ids) constraint.one_of->emplace_back().set_user_id(id);
}

bool FilterPlan::Suits(const ValuesOfField& values_of) const { return !condition_ || IsTrue(*condition_, values_of); }

Candidates FilterPlan::CandidatesAfter(Session& session, const FilterPosition& after,
                                       std::vector<Narrowing> further) const {
  auto narrowings = NarrowingsOf(table_, fields_, constraints_, session.account_id());
  narrowings.insert(narrowings.end(), std::make_move_iterator(further.begin()), std::make_move_iterator(further.end()));
  auto narrowing = Narrowest(session, narrowings);
  const auto pins = PinsFor(table_, constraints_, order_.by.key);
  if (!narrowing && !pins) throw std::logic_error("no index of " + table_.name + " is in order of " + order_.by.key);
  return {session.account_id(), table_, order_, std::move(narrowing), pins.value_or(Pins()), after};
}

void FilterPlan::CollectNames(const Condition& condition) {
  if (condition.has_comparison()) {
    names_.insert(condition.comparison().field());
    subjects_.insert(SubjectIn(condition.comparison().field()));
  }
  for (const auto& part : condition.all().conditions()) CollectNames(part);
  for (const auto& part : condition.any().conditions()) CollectNames(part);
  if (condition.has_negation()) CollectNames(condition.negation());
}

void CheckKeptFilter(Session& session, const FilterTable& table, const Condition& filter, const std::string& order_by,
                     const std::string& path, Violations& violations) {
  const FilterFields fields(table.subject, session.caller.role, FieldSets(session).All());
  CheckFilter(filter, fields, path + ".filter", violations);
  violations.AddUnless(OrderCalled(table, fields, order_by).has_value(), "UNKNOWN_ORDER", path + ".order_by",
                       {"The list has no such order.", "Так список не упорядочить."});
}

}  // namespace voronka::crm
