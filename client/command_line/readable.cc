#include "client/command_line/readable.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "client/command_line/field_text.h"
#include "client/command_line/item_table.h"
#include "client/command_line/text_width.h"

namespace voronka::command_line {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr size_t kStep = 2;

std::vector<const FieldDescriptor*> SetFields(const Message& message) {
  std::vector<const FieldDescriptor*> fields;
  message.GetReflection()->ListFields(message, &fields);
  return fields;
}

// Width of the longest `name: `, so that flat values are aligned.
size_t NameWidth(const std::vector<const FieldDescriptor*>& fields) {
  size_t width = 0;
  for (const FieldDescriptor* field : fields) {
    if (IsFlat(*field)) width = std::max(width, field->name().size() + 2);
  }
  return width;
}

// Indents all lines but the first to `column`.
std::string Hanging(const std::string& text, size_t column) {
  std::string hanging;
  for (const char letter : text) {
    hanging += letter;
    if (letter == '\n') hanging.append(column, ' ');
  }
  return hanging;
}

Items ItemsOf(const Message& message, const FieldDescriptor& field) {
  Items items;
  const auto* reflection = message.GetReflection();
  for (int i = 0; i < reflection->FieldSize(message, &field); ++i) {
    items.push_back(&reflection->GetRepeatedMessage(message, &field, i));
  }
  return items;
}

// One block per item; its first line starts with a dash.
std::string Blocks(const Items& items, const cctz::time_zone& zone, size_t indent) {
  std::string text;
  for (const Message* item : items) {
    std::string block = Readable(*item, zone, indent + kStep);
    if (block.empty()) block = std::string(indent + kStep, ' ') + "\n";
    block[indent] = '-';
    text += block;
  }
  return text;
}

// One line `key: value` per entry, in the order of the entries.
std::string MapLines(const Items& entries, const cctz::time_zone& zone, size_t indent) {
  std::string text;
  for (const Message* entry : entries) {
    const FieldDescriptor& value = *entry->GetDescriptor()->map_value();
    const std::string key = FlatText(*entry, *entry->GetDescriptor()->map_key(), zone);
    text += fmt::format("{}{}: {}\n", std::string(indent, ' '), key,
                        IsFlat(value) ? Hanging(FlatText(*entry, value, zone), indent + DisplayWidth(key) + 2) : "");
    if (!IsFlat(value)) text += Readable(entry->GetReflection()->GetMessage(*entry, &value), zone, indent + kStep);
  }
  return text;
}

std::string Nested(const Message& message, const FieldDescriptor& field, const cctz::time_zone& zone, size_t indent) {
  if (!field.is_repeated()) return Readable(message.GetReflection()->GetMessage(message, &field), zone, indent);
  const Items items = ItemsOf(message, field);
  if (field.is_map()) return MapLines(items, zone, indent);
  if (const auto table = ItemTable(items, zone, indent)) return *table;
  return Blocks(items, zone, indent);
}

}  // namespace

std::string Readable(const Message& message, const cctz::time_zone& zone, size_t indent) {
  const auto fields = SetFields(message);
  const size_t width = NameWidth(fields);
  const std::string margin(indent, ' ');
  std::string text;
  for (const FieldDescriptor* field : fields) {
    if (IsFlat(*field)) {
      const std::string value = Hanging(FlatText(message, *field, zone), indent + width);
      text += fmt::format("{}{}{}\n", margin, Padded(field->name() + ": ", width), value);
    } else {
      text += fmt::format("{}{}:\n{}", margin, field->name(), Nested(message, *field, zone, indent + kStep));
    }
  }
  return text;
}

}  // namespace voronka::command_line
