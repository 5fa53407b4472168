#include "client/command_line/field_assignment.h"

#include <fmt/format.h>
#include <google/protobuf/util/json_util.h>

#include <charconv>
#include <memory>
#include <optional>
#include <vector>

#include "client/command_line/field_literal.h"
#include "client/command_line/spelling.h"
#include "client/command_line/usage_error.h"

namespace voronka::command_line {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// One step of a path: `phones[1]` of `contact.phones[1]`.
struct Step {
  std::string_view name;
  std::optional<int> index;
};

int ParseIndex(std::string_view text) {
  int index = -1;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, index);
  if (error != std::errc() || stop != end || index < 0)
    throw UsageError(fmt::format("[{}] is not the number of an item", text));
  return index;
}

Step ParseStep(std::string_view text) {
  const size_t bracket = text.find('[');
  if (bracket == std::string_view::npos) return {.name = text, .index = std::nullopt};
  if (!text.ends_with(']')) throw UsageError(fmt::format("{}: the bracket is not closed", text));
  return {.name = text.substr(0, bracket), .index = ParseIndex(text.substr(bracket + 1, text.size() - bracket - 2))};
}

// Removes the first step from the path and returns it.
Step TakeStep(std::string_view& path) {
  const size_t dot = path.find('.');
  const Step step = ParseStep(path.substr(0, dot));
  path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
  return step;
}

std::vector<std::string> FieldNames(const Descriptor& type) {
  std::vector<std::string> names;
  names.reserve(type.field_count());
  for (int i = 0; i < type.field_count(); ++i) names.push_back(type.field(i)->name());
  return names;
}

const FieldDescriptor& FieldNamed(const Descriptor& type, std::string_view name) {
  const std::string wanted(name);
  if (const FieldDescriptor* field = type.FindFieldByName(wanted)) return *field;
  if (const FieldDescriptor* field = type.FindFieldByCamelcaseName(wanted)) return *field;
  throw UsageError(fmt::format("{} has no field {}{}", type.name(), name, DidYouMean(name, FieldNames(type))));
}

// An index may exceed the last one by at most one.
void CheckIndex(int index, int size) {
  if (index > size) throw UsageError(fmt::format("item [{}] comes after item [{}]", index, size));
}

Message& SubMessage(Message& message, const FieldDescriptor& field, const Step& step) {
  if (field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE)
    throw UsageError(fmt::format("{} has no fields", field.name()));
  const auto* reflection = message.GetReflection();
  if (!field.is_repeated()) return *reflection->MutableMessage(&message, &field);
  if (!step.index) throw UsageError(fmt::format("{} is a list: write {}[0]", field.name(), field.name()));
  const int size = reflection->FieldSize(message, &field);
  CheckIndex(*step.index, size);
  if (*step.index == size) return *reflection->AddMessage(&message, &field);
  return *reflection->MutableRepeatedMessage(&message, &field, *step.index);
}

void MergeField(Message& message, const FieldDescriptor& field, const std::string& literal) {
  MergeJson(message, fmt::format(R"({{"{}":{}}})", field.name(), literal));
}

void AssignMapEntry(Message& message, const FieldDescriptor& field, std::string_view key, std::string_view value,
                    const Here& here) {
  if (key.empty()) throw UsageError(fmt::format("{} needs a key: write {}.key=value", field.name(), field.name()));
  const std::string literal = FieldLiteral(*field.message_type()->map_value(), value, here);
  MergeField(message, field, fmt::format("{{{}:{}}}", JsonString(key), literal));
}

void AssignItem(Message& message, const FieldDescriptor& field, const Step& step, std::string_view value,
                const Here& here) {
  const int size = message.GetReflection()->FieldSize(message, &field);
  if (step.index && *step.index < size) throw UsageError(fmt::format("item [{}] is given twice", *step.index));
  if (step.index) CheckIndex(*step.index, size);
  MergeField(message, field, fmt::format("[{}]", FieldLiteral(field, value, here)));
}

void AssignValue(Message& message, const FieldDescriptor& field, const Step& step, std::string_view value,
                 const Here& here) {
  if (field.is_repeated()) return AssignItem(message, field, step, value, here);
  const std::string literal = FieldLiteral(field, value, here);
  message.GetReflection()->ClearField(&message, &field);
  MergeField(message, field, literal);
}

}  // namespace

void Assign(Message& message, std::string_view path, std::string_view value, const Here& here) {
  std::string_view rest = path;
  const Step step = TakeStep(rest);
  const FieldDescriptor& field = FieldNamed(*message.GetDescriptor(), step.name);
  if (step.index && !field.is_repeated()) throw UsageError(fmt::format("{} is not a list", field.name()));
  if (field.is_map()) return AssignMapEntry(message, field, rest, value, here);
  if (rest.empty()) return AssignValue(message, field, step, value, here);
  Assign(SubMessage(message, field, step), rest, value, here);
}

void MergeJson(Message& message, const std::string& json) {
  const std::unique_ptr<Message> read(message.New());
  const auto status = google::protobuf::util::JsonStringToMessage(json, read.get());
  if (!status.ok()) throw UsageError(std::string(status.message()));
  message.MergeFrom(*read);
}

}  // namespace voronka::command_line
