#include "foundation/storage/row_statements.h"

#include <fmt/format.h>

#include "foundation/storage/row_mapping.h"

namespace voronka::storage {
namespace {

using google::protobuf::Message;

std::string KeyList(Keys keys) {
  std::string list;
  for (const auto& [name, value] : keys) list += fmt::format("`{}`, ", name);
  return list;
}

// "(?, ?), (?, ?)"
std::string Placeholders(size_t rows, size_t columns) {
  std::string row = "(?";
  for (size_t i = 1; i < columns; ++i) row += ", ?";
  row += ")";
  std::string all = row;
  for (size_t i = 1; i < rows; ++i) all += ", " + row;
  return all;
}

}  // namespace

Statement InsertStatement(std::string_view table, Keys keys, std::span<const Message* const> rows) {
  const RowMapping& mapping = RowMapping::Of(*rows.front()->GetDescriptor());
  const size_t columns = keys.size() + mapping.columns().size();
  Statement insert{.sql = fmt::format("INSERT INTO {} ({}{}) VALUES {}", table, KeyList(keys), mapping.ColumnList(),
                                      Placeholders(rows.size(), columns)),
                   .parameters = {}};
  insert.parameters.reserve(rows.size() * columns);
  for (const Message* row : rows) {
    for (const auto& [name, value] : keys) insert.parameters.push_back(value);
    mapping.AppendValues(*row, insert.parameters);
  }
  return insert;
}

Statement InsertNewStatement(std::string_view table, std::span<const std::string_view> keys,
                             std::span<const KeyedRow> rows) {
  const RowMapping& mapping = RowMapping::Of(*rows.front().message->GetDescriptor());
  const size_t columns = keys.size() + mapping.columns().size();
  const std::string_view any = keys.empty() ? mapping.columns().front().name : keys.front();
  std::string key_list;
  for (const auto key : keys) key_list += fmt::format("`{}`, ", key);
  Statement insert{.sql = fmt::format("INSERT INTO {} ({}{}) VALUES {} ON DUPLICATE KEY UPDATE {} = {}", table,
                                      key_list, mapping.ColumnList(), Placeholders(rows.size(), columns), any, any),
                   .parameters = {}};
  insert.parameters.reserve(rows.size() * columns);
  for (const auto& row : rows) {
    insert.parameters.insert(insert.parameters.end(), row.keys.begin(), row.keys.end());
    mapping.AppendValues(*row.message, insert.parameters);
  }
  return insert;
}

Statement UpdateStatement(std::string_view table, const Message& row, std::string_view where,
                          std::span<const Value> where_parameters) {
  const RowMapping& mapping = RowMapping::Of(*row.GetDescriptor());
  Statement update{.sql = fmt::format("UPDATE {} SET {} {}", table, mapping.Assignments(), where), .parameters = {}};
  mapping.AppendValues(row, update.parameters);
  update.parameters.insert(update.parameters.end(), where_parameters.begin(), where_parameters.end());
  return update;
}

}  // namespace voronka::storage
