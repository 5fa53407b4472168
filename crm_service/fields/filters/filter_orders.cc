#include "crm_service/fields/filters/filter_orders.h"

#include <algorithm>
#include <string_view>

namespace voronka::crm {
namespace {

using v1::Field;
using v1::FilterSubject;

constexpr std::string_view kDescending = " desc";
// Before the key of a field of the account's own, as update masks have it.
constexpr std::string_view kOwnFields = "fields.";

// Newest first, but tasks by when they are due.
std::string UsualOrder(const FilterTable& table) {
  return table.subject == v1::FILTER_SUBJECT_TASKS ? "due_time" : "id desc";
}

// Whether it said so.
bool TakeOffDescending(std::string& order_by) {
  if (!order_by.ends_with(kDescending)) return false;
  order_by.erase(order_by.size() - kDescending.size());
  return true;
}

// A user's id is a number in the index, too.
std::optional<OwnOrder> OwnOrderBy(const Field* field) {
  if (field == nullptr || field->system() || !field->filterable() || field->index_id() == 0) return std::nullopt;
  return OwnOrder{.index_id = field->index_id(),
                  .is_of_numbers = field->kind() == Field::KIND_NUMBER || field->kind() == Field::KIND_USER,
                  .is_of_several = field->kind() == Field::KIND_CHOICES,
                  .is_filling = field->index_filling()};
}

}  // namespace

std::optional<AskedOrder> OrderCalled(const FilterTable& table, const FilterFields& fields, std::string order_by) {
  if (order_by.empty()) order_by = UsualOrder(table);
  AskedOrder order;
  order.is_descending = TakeOffDescending(order_by);
  if (order_by == "id") return order;
  if (order_by.starts_with(kOwnFields)) {
    order.own = OwnOrderBy(fields.Find(FieldOfOrder(table.subject, order_by)));
    return order.own ? std::optional(order) : std::nullopt;
  }
  const auto found = std::ranges::find(table.orders, order_by, &FilterOrder::key);
  if (found == table.orders.end()) return std::nullopt;
  order.by = *found;
  return order;
}

std::string FieldOfOrder(FilterSubject subject, std::string order_by) {
  TakeOffDescending(order_by);
  if (order_by.starts_with(kOwnFields)) order_by.erase(0, kOwnFields.size());
  return WordFor(subject) + "." + order_by;
}

}  // namespace voronka::crm
