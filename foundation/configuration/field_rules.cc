#include <fmt/format.h>
#include <google/protobuf/duration.pb.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <system_error>

#include "foundation/configuration/paths.h"
#include "foundation/configuration/rules.h"
#include "voronka/options/v1/field.pb.h"

namespace voronka::process {
namespace {

using google::protobuf::Duration;
using google::protobuf::DynamicCastToGenerated;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

bool IsSet(const Message& message, const FieldDescriptor& field) {
  const auto& reflection = *message.GetReflection();
  return field.is_repeated() ? reflection.FieldSize(message, &field) > 0 : reflection.HasField(message, &field);
}

// The value that `min` and `max` bound; nothing for a field without bounds to check.
std::optional<int64_t> Number(const Message& message, const FieldDescriptor& field) {
  const auto& reflection = *message.GetReflection();
  if (field.is_repeated()) return std::nullopt;
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_INT32) return reflection.GetInt32(message, &field);
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_INT64) return reflection.GetInt64(message, &field);
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_UINT32) return reflection.GetUInt32(message, &field);
  if (field.message_type() != Duration::descriptor()) return std::nullopt;
  return DynamicCastToGenerated<Duration>(&reflection.GetMessage(message, &field))->seconds();
}

void CheckBounds(const Message& message, const FieldDescriptor& field, const Report& report) {
  const auto& options = field.options().GetExtension(options::v1::field);
  const std::optional<int64_t> number = Number(message, field);
  if (!number) return;
  if (options.has_min() && *number < options.min()) report(field.name(), fmt::format("less than {}", options.min()));
  if (options.has_max() && *number > options.max()) report(field.name(), fmt::format("more than {}", options.max()));
}

void CheckReadable(const Message& message, const FieldDescriptor& field, const Report& report) {
  const std::string path = message.GetReflection()->GetString(message, &field);
  if (access(path.c_str(), R_OK) == 0) return;
  report(field.name(), fmt::format("{}: {}", path, std::generic_category().message(errno)));
}

void CheckField(const Message& message, const FieldDescriptor& field, const Report& report) {
  const bool required = field.options().GetExtension(options::v1::field).required();
  if (!IsSet(message, field)) return required ? report(field.name(), "is required") : void();
  CheckBounds(message, field, report);
  if (NamesAnInput(field)) CheckReadable(message, field, report);
}

}  // namespace

void CheckFields(const Message& message, const Report& report) {
  const auto& type = *message.GetDescriptor();
  for (int i = 0; i < type.field_count(); ++i) CheckField(message, *type.field(i), report);
}

}  // namespace voronka::process
