#pragma once

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/storage/connection.h"

namespace voronka::storage {

// A part of a long list of ids. The last id is repeated until the length is a power of two, so that few statements have
// to be prepared.
struct IdPortion {
  // "?, ?, ?, ?"
  std::string placeholders;
  std::vector<Value> ids;
};

// Each id once; without 0, which identifies nothing.
std::vector<IdPortion> InPortions(std::vector<int64_t> ids);

// The rows with the listed ids, in no particular order. {ids} in `sql` stands for the list, which comes after
// `parameters`.
template <class M>
std::vector<M> SelectByIds(Connection& db, std::string_view sql, const std::vector<Value>& parameters,
                           const std::vector<int64_t>& ids) {
  constexpr std::string_view kIds = "{ids}";
  std::vector<M> found;
  for (const IdPortion& portion : InPortions(ids)) {
    std::vector<Value> values = parameters;
    values.insert(values.end(), portion.ids.begin(), portion.ids.end());
    auto rows = db.SelectWith<M>(std::string(sql).replace(sql.find(kIds), kIds.size(), portion.placeholders), values);
    found.insert(found.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
  }
  return found;
}

}  // namespace voronka::storage
