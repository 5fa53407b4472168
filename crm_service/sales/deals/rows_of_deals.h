#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "foundation/storage/rows/value.h"

namespace voronka::crm {

// The newest rows of several deals as one list, merged from the order in which an index has the rows of each: of no
// deal are more read than are asked for. At least one deal.
class RowsOfDeals {
 public:
  // `index` begins with account and deal, and goes on with `order`: columns like `create_time`, `id`, by which the rows
  // are listed, the largest first.
  RowsOfDeals(std::string table, std::string index, std::vector<std::string> order);

  // SELECT {columns}, whose parameters are added to `values`. `before`: the place in the order after which to go on.
  std::string Select(int64_t account_id, std::vector<int64_t> deal_ids, const std::vector<int64_t>& before, int limit,
                     std::vector<storage::Value>& values) const;

 private:
  // The condition that a row comes after the place in the list.
  std::string After() const;
  std::string Newest() const;

  const std::string table_;
  const std::string index_;
  const std::vector<std::string> order_;
};

}  // namespace voronka::crm
