#pragma once

#include <google/protobuf/descriptor.h>

#include <string>
#include <vector>

#include "voronka/crm/v1/saved_filter.pb.h"

namespace voronka::crm {

// Where records are that filters find, as data.

// An index: after the account, columns by the names of their fields, then the id.
struct FilterIndex {
  std::string name;
  std::vector<std::string> keys;
  // Another index narrows as well or better.
  bool is_for_order_only = false;
};

// By what a list can be ordered besides the id. An index of this one field, or of others before it, has the order.
struct FilterOrder {
  enum class Blank { kNever, kNull, kEmptyText, kZero };

  std::string key;
  Blank blank = Blank::kNever;
};

struct FilterTable {
  v1::FilterSubject subject;
  const google::protobuf::Descriptor* resource;
  std::string name;
  // Those first that usually leave the fewest.
  std::vector<FilterIndex> indexes;
  std::vector<FilterOrder> orders;
};

// The column of a field: `amount_minor` for `amount`.
std::string ColumnOfKey(const FilterTable& table, const std::string& key);

// Whether its values are text.
bool IsTextColumn(const FilterTable& table, const std::string& key);

}  // namespace voronka::crm
