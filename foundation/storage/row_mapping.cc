#include "foundation/storage/row_mapping.h"

#include <fmt/format.h>

#include <memory>
#include <mutex>
#include <shared_mutex>
#include <stdexcept>

namespace voronka::storage {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::Message;

class Mappings {
 public:
  const RowMapping& Of(const Descriptor& type) {
    {
      const std::shared_lock lock(mutex_);
      if (const auto found = by_type_.find(&type); found != by_type_.end()) return *found->second;
    }
    auto mapping = std::make_unique<RowMapping>(type);
    const std::unique_lock lock(mutex_);
    return *by_type_.try_emplace(&type, std::move(mapping)).first->second;
  }

 private:
  std::shared_mutex mutex_;
  std::unordered_map<const Descriptor*, std::unique_ptr<const RowMapping>> by_type_;
};

std::string Join(const std::vector<Column>& columns, std::string_view before, std::string_view after) {
  std::string list;
  for (const Column& column : columns) {
    list += fmt::format("{}{}`{}`{}", list.empty() ? "" : ", ", before, column.name, after);
  }
  return list;
}

}  // namespace

const RowMapping& RowMapping::Of(const Descriptor& type) {
  static Mappings mappings;
  return mappings.Of(type);
}

RowMapping::RowMapping(const Descriptor& type) : full_name_(type.full_name()) {
  for (int i = 0; i < type.field_count(); ++i) {
    for (Column& column : ColumnsOf(*type.field(i))) columns_.push_back(std::move(column));
  }
  for (size_t i = 0; i < columns_.size(); ++i) by_name_.emplace(columns_[i].name, i);
  column_list_ = Join(columns_, "", "");
  assignments_ = Join(columns_, "", " = ?");
}

const Column& RowMapping::ColumnNamed(const std::string& name) const {
  const auto found = by_name_.find(name);
  if (found == by_name_.end()) throw std::logic_error(fmt::format("{} has no field for column {}", full_name_, name));
  return columns_[found->second];
}

std::string RowMapping::Expand(std::string_view sql) const {
  constexpr std::string_view kColumns = "columns}";
  const size_t columns = sql.find(kColumns);
  if (columns == std::string_view::npos) return std::string(sql);
  const size_t open = sql.rfind('{', columns);
  // Including its dot.
  const std::string_view alias = sql.substr(open + 1, columns - open - 1);
  std::string expanded(sql.substr(0, open));
  expanded += alias.empty() ? column_list_ : Join(columns_, alias, "");
  return expanded += Expand(sql.substr(columns + kColumns.size()));
}

void RowMapping::AppendValues(const Message& row, std::vector<Value>& values) const {
  for (const Column& column : columns_) values.push_back(column.Get(row));
}

RowReader::RowReader(const RowMapping& mapping, const std::vector<std::string>& names) {
  for (const std::string& name : names) columns_.push_back(&mapping.ColumnNamed(name));
}

void RowReader::Read(Row row, Message& message) const {
  for (size_t i = 0; i < columns_.size(); ++i) columns_[i]->Set(message, row.Take(static_cast<int>(i)));
}

}  // namespace voronka::storage
