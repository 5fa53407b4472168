#include "crm_service/sales/deals/rows_of_deals.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <utility>

namespace voronka::crm {

RowsOfDeals::RowsOfDeals(std::string table, std::string index, std::vector<std::string> order)
    : table_(std::move(table)), index_(std::move(index)), order_(std::move(order)) {}

// `(create_time < ? OR (create_time = ? AND id < ?))`: MariaDB reads a range of an index for this, not for a comparison
// of rows.
std::string RowsOfDeals::After() const {
  std::string condition = order_.back() + " < ?";
  for (size_t i = order_.size() - 1; i-- > 0;) {
    condition = fmt::format("({0} < ? OR ({0} = ? AND {1}))", order_[i], condition);
  }
  return condition;
}

std::string RowsOfDeals::Newest() const {
  std::vector<std::string> newest;
  for (const auto& column : order_) newest.push_back(column + " DESC");
  return fmt::format("{}", fmt::join(newest, ", "));
}

std::string RowsOfDeals::Select(int64_t account_id, std::vector<int64_t> deal_ids, const std::vector<int64_t>& before,
                                int limit, std::vector<storage::Value>& values) const {
  // A number of deals that is a power of two, so that few statements have to be prepared. UNION drops what comes twice.
  const int64_t last = deal_ids.back();
  deal_ids.resize(std::max(std::bit_ceil(deal_ids.size()), size_t{2}), last);
  const std::string columns = fmt::format("{}", fmt::join(order_, ", "));
  const std::string of_deal = fmt::format(
      "(SELECT account_id, deal_id, {} FROM {} FORCE INDEX ({}) WHERE account_id = ? AND deal_id = ? AND {} "
      "ORDER BY {} LIMIT ?)",
      columns, table_, index_, After(), Newest());
  for (const int64_t deal_id : deal_ids) {
    values.insert(values.end(), {account_id, deal_id});
    for (size_t i = 0; i < before.size(); ++i) {
      values.emplace_back(before[i]);
      if (i + 1 < before.size()) values.emplace_back(before[i]);
    }
    values.emplace_back(limit);
  }
  values.emplace_back(limit);
  const std::vector<std::string> lists(deal_ids.size(), of_deal);
  std::vector<std::string> ordered;
  for (const auto& column : order_) ordered.push_back("r." + column + " DESC");
  return fmt::format(
      "SELECT {{r.columns}} FROM ({} ORDER BY {} LIMIT ?) newest JOIN {} r ON r.account_id = newest.account_id AND "
      "r.deal_id = newest.deal_id AND r.id = newest.id ORDER BY {}",
      fmt::join(lists, " UNION "), Newest(), table_, fmt::join(ordered, ", "));
}

}  // namespace voronka::crm
