#include "client/command_line/item_table.h"

#include <algorithm>

#include "client/command_line/field_text.h"
#include "client/command_line/table.h"

namespace voronka::command_line {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

bool IsSet(const Message& message, const FieldDescriptor& field) {
  const auto* reflection = message.GetReflection();
  return field.is_repeated() ? reflection->FieldSize(message, &field) > 0 : reflection->HasField(message, &field);
}

// Builds the table column by column. An item without the nested message is NULL there.
class Columns {
 public:
  Columns(size_t items, const cctz::time_zone& zone) : rows_(items + 1), zone_(zone) {}

  // False when they cannot be shown in columns.
  bool Add(const Descriptor& type, const Items& items, const std::string& prefix) {
    for (int i = 0; i < type.field_count(); ++i) {
      const FieldDescriptor& field = *type.field(i);
      if (AnySet(items, field) && !AddField(field, items, prefix + field.name())) return false;
    }
    return true;
  }

  const std::vector<Row>& rows() const { return rows_; }

 private:
  static bool AnySet(const Items& items, const FieldDescriptor& field) {
    return std::ranges::any_of(items, [&](const Message* item) { return item != nullptr && IsSet(*item, field); });
  }

  bool AddField(const FieldDescriptor& field, const Items& items, const std::string& name) {
    if (IsFlat(field)) return AddCells(field, items, name);
    if (field.is_repeated()) return false;
    Items nested;
    for (const Message* item : items) {
      const bool has = item != nullptr && IsSet(*item, field);
      nested.push_back(has ? &item->GetReflection()->GetMessage(*item, &field) : nullptr);
    }
    return Add(*field.message_type(), nested, name + '.');
  }

  bool AddCells(const FieldDescriptor& field, const Items& items, const std::string& name) {
    rows_[0].push_back(name);
    for (size_t i = 0; i < items.size(); ++i) {
      const bool has = items[i] != nullptr && IsSet(*items[i], field);
      rows_[i + 1].push_back(has ? FlatText(*items[i], field, zone_) : "");
    }
    return true;
  }

  std::vector<Row> rows_;
  const cctz::time_zone& zone_;
};

}  // namespace

std::optional<std::string> ItemTable(const Items& items, const cctz::time_zone& zone, size_t indent) {
  Columns columns(items.size(), zone);
  if (!columns.Add(*items.front()->GetDescriptor(), items, "") || columns.rows().front().empty()) return std::nullopt;
  return Table(columns.rows(), indent);
}

}  // namespace voronka::command_line
