#pragma once

#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "foundation/storage/rows/value.h"

namespace voronka::storage {

// A fetched row. Columns are numbered from 0 in the order of the SELECT. Reading a NULL throws std::logic_error.
class Row {
 public:
  explicit Row(std::vector<Value> cells) : cells_(std::move(cells)) {}

  const Value& operator[](int column) const { return cells_.at(column); }
  bool IsNull(int column) const { return cells_.at(column).IsNull(); }
  int64_t Int(int column) const { return cells_.at(column).Int(); }
  uint64_t Unsigned(int column) const { return cells_.at(column).Unsigned(); }
  bool Bool(int column) const { return Int(column) != 0; }
  double Double(int column) const { return cells_.at(column).Double(); }
  std::string Text(int column) const { return cells_.at(column).Text(); }

  // Call once per column: it leaves an unspecified value behind.
  Value Take(int column) { return std::move(cells_.at(column)); }

  // Keeps the first `count` columns here and returns the rest.
  Row SplitOff(std::ptrdiff_t count) {
    Row others({std::make_move_iterator(cells_.begin() + count), std::make_move_iterator(cells_.end())});
    cells_.resize(count);
    return others;
  }

 private:
  std::vector<Value> cells_;
};

struct Result {
  std::vector<std::string> columns;
  std::vector<Row> rows;
};

}  // namespace voronka::storage
