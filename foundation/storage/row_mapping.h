#pragma once

#include <google/protobuf/message.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "foundation/storage/column.h"
#include "foundation/storage/rows/row.h"

namespace voronka::storage {

// Which columns hold a message's fields: one column per singular field, named like the field.
//   Timestamp, Duration   microseconds
//   Money                 `<field>_minor`, `<field>_currency`
//   other messages        their serialised form
//   unset with presence   NULL
// Repeated fields, maps and fields marked `not_stored` have no column.
class RowMapping {
 public:
  // Computed once per type.
  static const RowMapping& Of(const google::protobuf::Descriptor& type);

  explicit RowMapping(const google::protobuf::Descriptor& type);

  const std::vector<Column>& columns() const { return columns_; }
  // Throws std::logic_error if there is no such field: the SQL has a typo.
  const Column& ColumnNamed(const std::string& name) const;
  // "`a`, `b`"
  const std::string& ColumnList() const { return column_list_; }
  // "`a` = ?, `b` = ?"
  const std::string& Assignments() const { return assignments_; }
  // `sql` with {columns} replaced by the list, and {d.columns} by the list for the table alias d: "d.`a`, d.`b`".
  std::string Expand(std::string_view sql) const;
  // In the order of columns().
  void AppendValues(const google::protobuf::Message& row, std::vector<Value>& values) const;

 private:
  std::string full_name_;
  std::vector<Column> columns_;
  // Cached because both are part of every statement.
  std::string column_list_;
  std::string assignments_;
  std::unordered_map<std::string, size_t> by_name_;
};

// Reads the rows of one result. Looks up its columns only once.
class RowReader {
 public:
  RowReader(const RowMapping& mapping, const std::vector<std::string>& names);

  // Consumes the row.
  void Read(Row row, google::protobuf::Message& message) const;

 private:
  std::vector<const Column*> columns_;
};

}  // namespace voronka::storage
