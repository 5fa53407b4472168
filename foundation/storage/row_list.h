#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "foundation/storage/connection.h"

namespace voronka::storage {

constexpr size_t kMostRowsPerStatement = 64;

// A condition that names rows by several columns. The last one is repeated until their number is a power of two, so
// that few statements have to be prepared.
struct RowList {
  // `((a = ? AND b = ?) OR (a = ? AND b = ?))`
  std::string condition;
  std::vector<Value> values;
};

// `columns` as `a = ? AND b = ?`; `key_of(row)` are their values in a row. `rows` must not be empty.
template <class Row, class KeyOf>
RowList ListOf(std::span<Row> rows, const std::string& columns, const KeyOf& key_of) {
  RowList list{"(", {}};
  for (size_t i = 0; i < std::bit_ceil(rows.size()); ++i) {
    list.condition += (i == 0 ? "(" : " OR (") + columns + ")";
    for (auto& value : key_of(rows[std::min(i, rows.size() - 1)])) list.values.push_back(std::move(value));
  }
  list.condition += ")";
  return list;
}

// A statement with the condition in its place {rows}, whose values come after `parameters`.
struct ListedStatement {
  std::string sql;
  std::vector<Value> values;
};

inline ListedStatement On(RowList list, std::string sql, std::vector<Value> parameters) {
  constexpr std::string_view kRows = "{rows}";
  sql.replace(sql.find(kRows), kRows.size(), list.condition);
  std::ranges::move(list.values, std::back_inserter(parameters));
  return {std::move(sql), std::move(parameters)};
}

// Calls `work` with at most kMostRowsPerStatement of them at a time.
template <class Row, class Work>
void InRowPortions(std::span<Row> rows, const Work& work) {
  while (!rows.empty()) {
    const auto portion = rows.first(std::min(rows.size(), kMostRowsPerStatement));
    work(portion);
    rows = rows.subspan(portion.size());
  }
}

}  // namespace voronka::storage
