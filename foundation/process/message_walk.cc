#include "foundation/process/message_walk.h"

#include <fmt/format.h>

#include <vector>

namespace voronka::process {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using Visit = std::function<void(Message&, const std::string&)>;

void Walk(Message& message, const std::string& path, const Visit& visit);

void WalkField(Message& message, const FieldDescriptor& field, const std::string& path, const Visit& visit) {
  const auto& reflection = *message.GetReflection();
  if (!field.is_repeated()) return Walk(*reflection.MutableMessage(&message, &field), path, visit);
  for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
    Walk(*reflection.MutableRepeatedMessage(&message, &field, i), fmt::format("{}[{}]", path, i), visit);
  }
}

void Walk(Message& message, const std::string& path, const Visit& visit) {
  visit(message, path);
  std::vector<const FieldDescriptor*> set_fields;
  message.GetReflection()->ListFields(message, &set_fields);
  for (const FieldDescriptor* field : set_fields) {
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      WalkField(message, *field, Join(path, field->name()), visit);
    }
  }
}

}  // namespace

void ForEachMessage(Message& root, const Visit& visit) { Walk(root, "", visit); }

std::string Join(const std::string& path, std::string_view name) {
  return path.empty() ? std::string(name) : fmt::format("{}.{}", path, name);
}

}  // namespace voronka::process
