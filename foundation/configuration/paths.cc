#include "foundation/configuration/paths.h"

#include "foundation/process/message_walk.h"

namespace voronka::process {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

bool IsSingleString(const FieldDescriptor& field) {
  return field.type() == FieldDescriptor::TYPE_STRING && !field.is_repeated();
}

bool NamesAPath(const FieldDescriptor& field) {
  return NamesAnInput(field) || (IsSingleString(field) && (field.name() == "file" || field.name() == "unix_socket"));
}

void ResolveField(const std::filesystem::path& folder, Message& message, const FieldDescriptor& field) {
  const auto& reflection = *message.GetReflection();
  const std::string path = reflection.GetString(message, &field);
  if (!path.empty()) reflection.SetString(&message, &field, (folder / path).lexically_normal().string());
}

}  // namespace

void ResolvePaths(const std::filesystem::path& folder, Message& configuration) {
  ForEachMessage(configuration, [&](Message& message, const std::string&) {
    const auto& type = *message.GetDescriptor();
    for (int i = 0; i < type.field_count(); ++i) {
      if (NamesAPath(*type.field(i))) ResolveField(folder, message, *type.field(i));
    }
  });
}

bool NamesAnInput(const FieldDescriptor& field) {
  return IsSingleString(field) && (field.name().ends_with("_file") || field.name().ends_with("_folder"));
}

}  // namespace voronka::process
