#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "crm_service/fields/filters/filter_fields.h"
#include "crm_service/fields/filters/filter_table.h"

namespace voronka::crm {

// An order by a field of the account's own: that of its values in `indexed_values`.
struct OwnOrder {
  int64_t index_id = 0;
  // By their numbers: 9 comes before 10.
  bool is_of_numbers = false;
  // A record may have several values. The first of them in ascending order says where it stands.
  bool is_of_several = false;
  // Values are still being put into the index.
  bool is_filling = false;
};

// An order that a list is asked for in.
struct AskedOrder {
  // An empty key: by the id, or by a field of the account's own.
  FilterOrder by;
  bool is_descending = false;
  std::optional<OwnOrder> own = std::nullopt;

  bool is_by_id() const { return by.key.empty() && !own; }
  // Whether records may lack what it orders by.
  bool has_blanks() const { return own || by.blank != FilterOrder::Blank::kNever; }
};

// By the name that a request gives it; empty: the usual order. Nothing: the list has no such order, or the role of
// `fields` does not see the field. Pure.
std::optional<AskedOrder> OrderCalled(const FilterTable& table, const FilterFields& fields, std::string order_by);

// The field that an order is by, as conditions name it: `deal.region` for `fields.region desc`.
std::string FieldOfOrder(v1::FilterSubject subject, std::string order_by);

}  // namespace voronka::crm
