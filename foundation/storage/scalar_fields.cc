#include "foundation/storage/scalar_fields.h"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

namespace voronka::storage {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

template <class Narrow, class Wide>
Narrow Fitting(Wide number, const FieldDescriptor& field) {
  if (!std::in_range<Narrow>(number)) {
    throw std::logic_error(fmt::format("{} does not fit into {}", number, field.full_name()));
  }
  return static_cast<Narrow>(number);
}

Value GetString(const Message& message, const FieldDescriptor& field) {
  std::string text = message.GetReflection()->GetString(message, &field);
  if (field.type() == FieldDescriptor::TYPE_BYTES) return Bytes{std::move(text)};
  return text;
}

[[noreturn]] void RefuseMessage(const FieldDescriptor& field) {
  throw std::logic_error(field.full_name() + " is a message, not a scalar");
}

}  // namespace

Value GetScalar(const Message& message, const FieldDescriptor& field) {
  const google::protobuf::Reflection& reflection = *message.GetReflection();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return reflection.GetInt32(message, &field);
    case FieldDescriptor::CPPTYPE_INT64:
      return reflection.GetInt64(message, &field);
    case FieldDescriptor::CPPTYPE_UINT32:
      return reflection.GetUInt32(message, &field);
    case FieldDescriptor::CPPTYPE_UINT64:
      return reflection.GetUInt64(message, &field);
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return reflection.GetDouble(message, &field);
    case FieldDescriptor::CPPTYPE_FLOAT:
      return reflection.GetFloat(message, &field);
    case FieldDescriptor::CPPTYPE_BOOL:
      return reflection.GetBool(message, &field);
    case FieldDescriptor::CPPTYPE_ENUM:
      return reflection.GetEnumValue(message, &field);
    case FieldDescriptor::CPPTYPE_STRING:
      return GetString(message, field);
    case FieldDescriptor::CPPTYPE_MESSAGE:
      break;
  }
  RefuseMessage(field);
}

void SetScalar(Message& message, const FieldDescriptor& field, Value value) {
  const google::protobuf::Reflection& reflection = *message.GetReflection();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return reflection.SetInt32(&message, &field, Fitting<int32_t>(value.Int(), field));
    case FieldDescriptor::CPPTYPE_INT64:
      return reflection.SetInt64(&message, &field, value.Int());
    case FieldDescriptor::CPPTYPE_UINT32:
      return reflection.SetUInt32(&message, &field, Fitting<uint32_t>(value.Unsigned(), field));
    case FieldDescriptor::CPPTYPE_UINT64:
      return reflection.SetUInt64(&message, &field, value.Unsigned());
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return reflection.SetDouble(&message, &field, value.Double());
    case FieldDescriptor::CPPTYPE_FLOAT:
      return reflection.SetFloat(&message, &field, static_cast<float>(value.Double()));
    case FieldDescriptor::CPPTYPE_BOOL:
      return reflection.SetBool(&message, &field, value.Int() != 0);
    case FieldDescriptor::CPPTYPE_ENUM:
      return reflection.SetEnumValue(&message, &field, Fitting<int>(value.Int(), field));
    case FieldDescriptor::CPPTYPE_STRING:
      return reflection.SetString(&message, &field, std::move(value).Text());
    case FieldDescriptor::CPPTYPE_MESSAGE:
      break;
  }
  RefuseMessage(field);
}

}  // namespace voronka::storage
