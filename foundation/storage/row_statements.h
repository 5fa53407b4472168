#pragma once

#include <google/protobuf/message.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/storage/connection.h"

namespace voronka::storage {

struct Statement {
  std::string sql;
  std::vector<Value> parameters;
};

// An INSERT of all rows at once: one or more, all of the same type.
Statement InsertStatement(std::string_view table, Keys keys, std::span<const google::protobuf::Message* const> rows);

// The same, with keys of each row's own. It leaves out rows that a unique key rejects.
Statement InsertNewStatement(std::string_view table, std::span<const std::string_view> keys,
                             std::span<const KeyedRow> rows);

Statement UpdateStatement(std::string_view table, const google::protobuf::Message& row, std::string_view where,
                          std::span<const Value> where_parameters);

}  // namespace voronka::storage
