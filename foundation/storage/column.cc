#include "foundation/storage/column.h"

#include <google/protobuf/duration.pb.h>
#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/time_util.h>

#include <memory>
#include <utility>

#include "foundation/storage/scalar_fields.h"
#include "foundation/storage/stored_message.h"
#include "voronka/options/v1/field.pb.h"

namespace voronka::storage {
namespace {

using google::protobuf::Duration;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Timestamp;
using google::protobuf::util::TimeUtil;

bool IsStored(const FieldDescriptor& field) {
  const auto& option = field.options().GetExtension(options::v1::field);
  return field.is_repeated() ? option.entries_are_fields() : !option.not_stored();
}

Column::Form FormOf(const FieldDescriptor& field) {
  if (field.is_map()) return Column::Form::kMap;
  if (field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) return Column::Form::kScalar;
  if (field.message_type() == Timestamp::descriptor()) return Column::Form::kInstant;
  if (field.message_type() == Duration::descriptor()) return Column::Form::kDuration;
  return Column::Form::kSerialised;
}

bool IsMoney(const FieldDescriptor& field) {
  return field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE && field.message_type()->name() == "Money";
}

std::vector<Column> MoneyColumns(const FieldDescriptor& money) {
  std::vector<Column> columns;
  for (const char* part : {"minor", "currency"}) {
    columns.push_back(Column{.name = money.name() + "_" + part,
                             .field = money.message_type()->FindFieldByName(part),
                             .form = Column::Form::kScalar,
                             .part_of = &money});
  }
  return columns;
}

// As a message that has nothing else: its entries, in the order of their keys.
Bytes SerialisedMap(const Message& holder, const FieldDescriptor& map) {
  const std::unique_ptr<Message> alone(holder.New());
  for (int i = 0; i < holder.GetReflection()->FieldSize(holder, &map); ++i) {
    alone->GetReflection()
        ->AddMessage(alone.get(), &map)
        ->CopyFrom(holder.GetReflection()->GetRepeatedMessage(holder, &map, i));
  }
  return Bytes{Serialised(*alone)};
}

Value GetForm(Column::Form form, const Message& holder, const FieldDescriptor& field) {
  if (form == Column::Form::kScalar) return GetScalar(holder, field);
  if (form == Column::Form::kMap) return SerialisedMap(holder, field);
  const Message& part = holder.GetReflection()->GetMessage(holder, &field);
  switch (form) {
    case Column::Form::kInstant:
      return static_cast<const Timestamp&>(part);
    case Column::Form::kDuration:
      return static_cast<const Duration&>(part);
    default:
      return Bytes{part.SerializeAsString()};
  }
}

void SetForm(Column::Form form, Message& holder, const FieldDescriptor& field, Value value) {
  if (form == Column::Form::kScalar) return SetScalar(holder, field, std::move(value));
  if (form == Column::Form::kMap) return MergeStored(value.Text(), field.full_name(), holder);
  Message& part = *holder.GetReflection()->MutableMessage(&holder, &field);
  switch (form) {
    case Column::Form::kInstant:
      static_cast<Timestamp&>(part) = TimeUtil::MicrosecondsToTimestamp(value.Int());
      break;
    case Column::Form::kDuration:
      static_cast<Duration&>(part) = TimeUtil::MicrosecondsToDuration(value.Int());
      break;
    default:
      ParseStored(value.Text(), field.full_name(), part);
  }
}

}  // namespace

std::vector<Column> ColumnsOf(const FieldDescriptor& field) {
  if (!IsStored(field)) return {};
  if (IsMoney(field)) return MoneyColumns(field);
  return {Column{.name = field.name(), .field = &field, .form = FormOf(field)}};
}

Value Column::Get(const Message& row) const {
  const google::protobuf::Reflection& reflection = *row.GetReflection();
  const FieldDescriptor& outer = part_of != nullptr ? *part_of : *field;
  if (outer.has_presence() && !reflection.HasField(row, &outer)) return std::nullopt;
  return GetForm(form, part_of != nullptr ? reflection.GetMessage(row, part_of) : row, *field);
}

void Column::Set(Message& row, Value value) const {
  if (value.IsNull()) return;
  SetForm(form, part_of != nullptr ? *row.GetReflection()->MutableMessage(&row, part_of) : row, *field,
          std::move(value));
}

}  // namespace voronka::storage
